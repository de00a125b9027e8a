-- Filled and emptied while a load is being published, under the publication lock.
CREATE TABLE landing.rollup_subjects {on_cluster}
(
    load_id UInt64,
    person_key UInt128,
    place_key UInt32 COMMENT 'Where all figures of the subject count',
    id_kind UInt8,
    age_group UInt8,
    sex UInt8,
    entered_dates Array(Date) COMMENT 'Of all its doses, sorted',
    certificate_dates Array(Date),
    stretches Array(Tuple(start Date, end Date, state UInt8, cohort UInt8)) COMMENT 'Of one state and cohort each, since the subject was sent: first day, and the day after the last (2149-06-06 if it lasts)'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY person_key
COMMENT 'One row per subject that a load being published touches, as one side (with or without the load) tells its life.';

-- Changes of both sides before they are added up. Same columns as the rollup; the grain is always detail.
CREATE TABLE landing.rollup_changes {on_cluster} AS mart.agg_vaccination_by_day;
