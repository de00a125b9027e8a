CREATE TABLE IF NOT EXISTS mart.dim_expected_sources {on_cluster}
(
    load_id UInt64,
    job LowCardinality(String),
    sender Enum8('ministry' = 1, 'province' = 2, 'facility' = 3) COMMENT 'Who sends: one file for the country, one per province, or one report per facility',
    facility_type LowCardinality(String) COMMENT 'Of senders that are facilities: only these; empty for all',
    ownership LowCardinality(String) COMMENT 'Of senders that are facilities: only these; empty for all',
    rhythm Enum8('daily' = 1, 'weekly' = 2, 'monthly' = 3, 'yearly' = 4),
    days_due UInt16 COMMENT 'Days after the end of a period within which its report is promised',
    valid_from Date,
    valid_to Date,
    legal_basis String
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (job, sender)
COMMENT 'One row per source, kind of sender and load: who is expected to send what, and how often.';

CREATE TABLE IF NOT EXISTS mart.agg_quality_by_load {on_cluster}
(
    load_id UInt64,
    job LowCardinality(String),
    as_of_date Date COMMENT 'Of the run: the day as of which its files tell the state',
    place_key UInt32 COMMENT 'The province''s unknown member, or the commune as reported; 300000 within the structure where the row tells none',
    received_count Int64,
    accepted_count Int64,
    accepted_with_findings_count Int64,
    rejected_count Int64,
    field_count Int64 COMMENT 'Values that the accepted rows could have had in the job''s columns',
    filled_field_count Int64 COMMENT 'Of these not empty'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (job, place_key)
COMMENT 'One row per load and place: rows received and what became of them.';

CREATE TABLE IF NOT EXISTS ops.finding_states {on_cluster}
(
    finding_key String COMMENT 'Job, rule and place: the same after every re-run',
    job LowCardinality(String),
    rule_code LowCardinality(String),
    place_key UInt32,
    state Enum8('new' = 1, 'acknowledged' = 2, 'explained' = 3, 'fixed' = 4),
    note String COMMENT 'Why; never personal data',
    changed_at DateTime64(3, 'UTC')
)
ENGINE = {replicated}MergeTree
ORDER BY (finding_key, changed_at)
COMMENT 'One row per change of a finding''s state; the last one holds.';
