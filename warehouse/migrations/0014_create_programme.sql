CREATE TABLE IF NOT EXISTS mart.dim_tasks {on_cluster}
(
    load_id UInt64,
    task_code LowCardinality(String) COMMENT 'Group and number in the decision''s annex',
    task_number UInt16 COMMENT '1 to 51, in the annex''s order',
    group_code LowCardinality(String),
    group_name String,
    name String,
    lead_unit String,
    cooperating_units Array(String),
    start_year UInt16 COMMENT '0 if the scan does not show it',
    end_year UInt16,
    infrastructure String,
    legal_basis String,
    scan_note String COMMENT 'What cannot be read in the scanned annex; empty if everything can'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY task_number
COMMENT 'One row per task of the programme and load. Source: annex of Decision 2491/QĐ-BYT.';

CREATE TABLE IF NOT EXISTS mart.fct_task_reports {on_cluster}
(
    load_id UInt64,
    task_code LowCardinality(String),
    report_date Date,
    status Enum8('not_started' = 1, 'in_progress' = 2, 'done' = 3, 'suspended' = 4),
    progress_percent Int8 COMMENT '-1: not told',
    summary String
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (task_code, report_date)
COMMENT 'One row per task, report day and load.';
