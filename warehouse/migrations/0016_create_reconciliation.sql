CREATE TABLE IF NOT EXISTS mart.dim_reconciliation_rules {on_cluster}
(
    load_id UInt64,
    rule_code String,
    kind Enum8('within_report' = 1, 'report_and_warehouse' = 2, 'between_reports' = 3),
    name_vi String,
    name_en String,
    document_code LowCardinality(String),
    as_of_date Date,
    comparison Enum8('equal' = 1, 'at_least' = 2, 'at_most' = 3) COMMENT 'The left side is … the right side',
    tolerance Float64 COMMENT 'Allowed difference, stated in the rule; 0 unless a side is a rounded figure'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY rule_code
COMMENT 'One row per rule and load.';

CREATE TABLE IF NOT EXISTS mart.dim_reconciliation_terms {on_cluster}
(
    load_id UInt64,
    rule_code String,
    side Enum8('left' = 1, 'right' = 2),
    factor Float64 COMMENT '1, -1, or a number that the rule states',
    origin Enum8('report' = 1, 'warehouse' = 2),
    as_of_date Date,
    measure_code LowCardinality(String) COMMENT 'From a report: as in fct_official_totals; from the warehouse: a public Cube member',
    breakdown_code LowCardinality(String) COMMENT 'From a report: as in fct_official_totals; from the warehouse: dimension=value|value of the member''s view'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (rule_code, side, measure_code)
COMMENT 'One row per term of a rule and load.';
