CREATE TABLE IF NOT EXISTS mart.agg_vaccination_by_day {on_cluster}
(
    load_id UInt64,
    grain Enum8('province' = 1, 'commune' = 2, 'detail' = 3) COMMENT 'A query must choose exactly one: each holds the whole. province: place_key is the province''s unknown member, detail columns empty; commune: detail columns empty; detail: everything',
    place_key UInt32,
    day Date COMMENT 'The day from which the change holds',
    state Enum8('none' = 0, 'pending' = 1, 'right' = 2, 'wrong_birth_date' = 3, 'wrong_name' = 4, 'wrong_name_and_birth_date' = 5, 'id_not_found' = 6, 'wrong_other' = 7, 'no_id' = 8, 'malformed_id' = 9, 'not_matched' = 10) COMMENT 'none: the figure has no verification state (recorded, administered, population)',
    cohort Enum8('none' = 0, 'baseline' = 1, 'baseline_relapsed' = 2) COMMENT 'Place of a sent subject in the current cleansing campaign',
    id_kind Enum8('none' = 0, 'cccd' = 1, 'cmtnd' = 2, 'malformed' = 3),
    age_group Enum8('unknown' = 0, '0-4' = 1, '5-11' = 2, '12-17' = 3, '18-29' = 4, '30-49' = 5, '50-64' = 6, '65+' = 7),
    sex Enum8('unknown' = 0, 'male' = 1, 'female' = 2),
    vaccine_code LowCardinality(String),
    dose_number UInt8 COMMENT '0: not about one dose number',
    facility_code LowCardinality(String),
    doses_administered Int64,
    doses_injected Int64 COMMENT 'Recorded doses by the day they were given',
    doses_recorded Int64 COMMENT 'Recorded doses by the day they were entered',
    doses_sent Int64,
    subjects_recorded Int64,
    subjects_sent Int64,
    subjects_cleansed Int64 COMMENT '+1 on the day a sent subject turns from to-clean to right, -1 on the way back',
    people_with_1_dose Int64,
    people_with_2_doses Int64,
    people_with_3_doses Int64,
    certificates_signed Int64,
    population Int64,
    population_18_plus Int64
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (grain, place_key, day, state)
COMMENT 'One or a few rows per load, grain, place, day, state, cohort and detail: changes of counts. The state at the end of a day is the sum of all changes up to it over all published loads.';
