CREATE TABLE IF NOT EXISTS mart.dim_indicators {on_cluster}
(
    load_id UInt64,
    indicator_code LowCardinality(String),
    name_vi String,
    name_en String,
    measure String COMMENT 'Public Cube member: vaccination.verified_dose_rate',
    filter_member String COMMENT 'Public dimension of the same view that narrows the measure; empty for none',
    filter_values Array(String),
    period Enum8('as_of' = 1, 'month' = 2, 'quarter' = 3, 'year' = 4) COMMENT 'as_of: the state at the end of a day; else the measure over the calendar period up to the day',
    better Enum8('up' = 1, 'down' = 2),
    unit LowCardinality(String)
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY indicator_code
COMMENT 'One row per indicator and load: a Cube measure that targets can be set for.';

CREATE TABLE IF NOT EXISTS mart.fct_targets {on_cluster}
(
    load_id UInt64,
    target_code String COMMENT 'Stable name of the target',
    indicator_code LowCardinality(String),
    place_key UInt32 COMMENT 'Area that set it: a province, a commune, or 300000 within the structure for the nation',
    applies_to Enum8('area' = 1, 'provinces' = 2, 'communes' = 3) COMMENT 'area: the area as a whole; else each unit of that level within it',
    valid_from Date,
    deadline Date,
    target_value Float64,
    legal_basis String,
    owner String COMMENT 'Unit responsible'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (indicator_code, place_key, deadline)
COMMENT 'One row per target and load.';

-- What Cube answered for a measure, an area and a day under one publication: targets and reconciliation read measures here, so
-- that a measure is defined once. Filled by the server when a question needs it; can be emptied at any time.
CREATE TABLE IF NOT EXISTS mart.agg_measure_values {on_cluster}
(
    publication_number UInt64,
    measure LowCardinality(String) COMMENT 'Public Cube member; of a view''s date (vaccination.date) the newest day, not after the row''s, that the view tells of, in days since 1970',
    filter_member LowCardinality(String),
    filter_values Array(String),
    period_start Date,
    day Date,
    structure_code UInt16 COMMENT '0 for the nation',
    area_level Enum8('nation' = 0, 'province' = 1, 'district' = 2, 'commune' = 3),
    area_code String,
    value Float64 COMMENT 'As loaded, not multiplied by the scale; NaN: missing',
    sample_scale UInt32 DEFAULT 1 COMMENT 'Largest scale of the loads that the measure''s view read: 200 for a sample of 1/200, 1 for real data',
    computed_at DateTime('UTC') DEFAULT now('UTC')
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY (publication_number, measure, filter_member, filter_values, period_start, day, structure_code, area_level, area_code)
TTL computed_at + INTERVAL 30 DAY
COMMENT 'One row per publication, measure with its filter, period and area; a row with an empty area says that the question was asked.';
