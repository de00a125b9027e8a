-- Filled and emptied while a load is being published, under the publication lock.
CREATE TABLE IF NOT EXISTS landing.rollup_subjects {on_cluster}
(
    load_id UInt64,
    person_key UInt128,
    place_key UInt32 COMMENT 'Where all figures of the subject count',
    id_kind UInt8,
    age_group UInt8,
    sex UInt8,
    entered_dates Array(Date) COMMENT 'Of all its doses, sorted',
    certificate_dates Array(Date),
    state_changes Array(Tuple(day Date, state UInt8, cohort UInt8, amount Int8)) COMMENT '+1 where a stretch of one state and cohort begins, -1 on the day after it ends',
    cleansed_changes Array(Tuple(day Date, state UInt8, cohort UInt8, amount Int8)) COMMENT '+1 where a to-clean state turns right, -1 where right turns into one; at the to-clean state'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY person_key
COMMENT 'One row per subject that a load being published touches.';

-- Changes of both sides before they are added up. Same columns as the rollup; the grain is always detail.
CREATE TABLE IF NOT EXISTS landing.rollup_changes {on_cluster} AS mart.agg_vaccination_by_day;
