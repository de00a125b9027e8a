CREATE TABLE IF NOT EXISTS mart.dim_vaccines {on_cluster}
(
    vaccine_code LowCardinality(String),
    name String,
    manufacturer String,
    aliases Array(String) COMMENT 'Lower case, as source files spell it'
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY vaccine_code
COMMENT 'One row per COVID-19 vaccine in use.';

CREATE TABLE IF NOT EXISTS mart.dim_facilities {on_cluster}
(
    load_id UInt64,
    facility_code String,
    name String,
    type LowCardinality(String),
    commune_code String COMMENT 'As reported',
    place_key UInt32
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY facility_code
COMMENT 'One row per facility and load.';

CREATE TABLE IF NOT EXISTS mart.dim_campaigns {on_cluster}
(
    campaign_code LowCardinality(String),
    name_vi String,
    name_en String,
    baseline_date Date COMMENT 'Subjects to clean at the end of this day are the campaign''s cohort',
    is_current Bool,
    legal_basis String
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY campaign_code
COMMENT 'One row per cleansing campaign.';

CREATE TABLE IF NOT EXISTS mart.fct_official_totals {on_cluster}
(
    load_id UInt64,
    as_of_date Date,
    as_of_label String COMMENT 'As the document says it, for example mid 2022',
    measure_code LowCardinality(String) COMMENT 'Name of the Cube measure it is to be compared with, or of a figure the warehouse does not hold',
    breakdown_code LowCardinality(String) COMMENT 'Member of the measure''s breakdown, for example an error class; empty for the whole',
    value Int64,
    precision Enum8('exact' = 1, 'about' = 2, 'more_than' = 3),
    unit LowCardinality(String),
    document_code LowCardinality(String),
    document_title String,
    document_date Date,
    quote String COMMENT 'The words around the figure, Vietnamese'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (as_of_date, measure_code, breakdown_code)
COMMENT 'One row per figure published in an official document.';
