CREATE TABLE IF NOT EXISTS mart.fct_doses {on_cluster}
(
    load_id UInt64,
    person_key UInt128 COMMENT 'Keyed hash of the person id',
    dose_key UInt128 COMMENT 'Keyed hash of the dose id',
    id_key UInt128 COMMENT 'Keyed hash of the ID number; 0 if none or malformed',
    id_kind Enum8('none' = 0, 'cccd' = 1, 'cmtnd' = 2, 'malformed' = 3),
    birth_year UInt16 COMMENT '0 if unknown',
    sex Enum8('unknown' = 0, 'male' = 1, 'female' = 2),
    place_key UInt32 COMMENT 'Home, as reported',
    facility_code LowCardinality(String),
    vaccine_code LowCardinality(String),
    dose_number UInt8,
    lot_number LowCardinality(String),
    injected_date Date,
    entered_date Date COMMENT 'Day the row was entered on the platform',
    sent_date Date COMMENT 'Day it was sent to the population database; 1970-01-01 if not sent'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (person_key, dose_number, dose_key)
COMMENT 'One row per accepted dose and load. Source: the vaccination platform''s dose export.';

CREATE TABLE IF NOT EXISTS mart.fct_verifications {on_cluster}
(
    load_id UInt64,
    person_key UInt128,
    checked_date Date,
    result Enum8('right' = 2, 'wrong_birth_date' = 3, 'wrong_name' = 4, 'wrong_name_and_birth_date' = 5, 'id_not_found' = 6, 'wrong_other' = 7, 'no_id' = 8, 'malformed_id' = 9, 'not_matched' = 10)
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (person_key, checked_date)
COMMENT 'One row per person, check and load. Source: results returned by the national population database.';

CREATE TABLE IF NOT EXISTS mart.fct_certificates {on_cluster}
(
    load_id UInt64,
    person_key UInt128,
    signed_date Date
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (person_key, signed_date)
COMMENT 'One row per signed vaccine passport and load.';

CREATE TABLE IF NOT EXISTS mart.fct_administered_reports {on_cluster}
(
    load_id UInt64,
    place_key UInt32 COMMENT 'The reporting province',
    report_date Date,
    dose_number UInt8 COMMENT '0: all doses together',
    cumulative_doses UInt64,
    file_name String,
    row_number UInt64
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (place_key, report_date, dose_number)
COMMENT 'One row per province, report day and dose number: doses given since the campaign''s start, as reported.';

CREATE TABLE IF NOT EXISTS mart.fct_populations {on_cluster}
(
    load_id UInt64,
    place_key UInt32 COMMENT 'A province',
    year UInt16,
    population UInt64,
    population_18_plus UInt64 COMMENT '0 if not published'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (place_key, year)
COMMENT 'One row per province and year.';
