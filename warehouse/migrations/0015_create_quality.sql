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
    accepted_count Int64 COMMENT 'Where the facts tell the place of each accepted row; else at the nation''s unknown place',
    accepted_with_findings_count Int64 COMMENT 'At the place that the findings name',
    rejected_count Int64 COMMENT 'At the place that the findings name',
    field_count Int64 COMMENT 'Values that the accepted rows could have had in the fields the facts keep; 0 for a job whose facts are not rows of its files',
    filled_field_count Int64 COMMENT 'Of these told, and understood'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (job, place_key)
COMMENT 'One row per load and place: rows received and what became of them.';

-- What a reader asks of findings, without their rows: a full load has tens of millions of them.
CREATE TABLE IF NOT EXISTS mart.agg_findings_by_load {on_cluster}
(
    load_id UInt64,
    job LowCardinality(String),
    as_of_date Date COMMENT 'Of the run',
    rule_code LowCardinality(String),
    severity Enum8('reject' = 1, 'finding' = 2) COMMENT 'reject: the rows are not among the facts',
    sentence_vi LowCardinality(String) COMMENT 'What the rule says, as it was worded when the file was loaded',
    sentence_en LowCardinality(String),
    file_name LowCardinality(String),
    place_key UInt32 COMMENT 'As in agg_quality_by_load',
    finding_key LowCardinality(String) COMMENT 'As in ops.finding_states',
    finding_count Int64 COMMENT 'Rows that broke the rule; a finding about a whole file is one'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (job, rule_code, place_key)
COMMENT 'One row per load, rule, file and place: counts of ops.findings.';

CREATE TABLE IF NOT EXISTS ops.finding_states {on_cluster}
(
    finding_key String COMMENT 'Hash of job, rule and province: the same after every re-run',
    job LowCardinality(String),
    rule_code LowCardinality(String),
    place_key UInt32 COMMENT 'The province''s unknown member, or the nation''s',
    state Enum8('new' = 1, 'acknowledged' = 2, 'explained' = 3, 'fixed' = 4),
    note String COMMENT 'Why; never personal data',
    changed_at DateTime64(3, 'UTC')
)
ENGINE = {replicated}MergeTree
ORDER BY (finding_key, changed_at)
COMMENT 'One row per change of a finding''s state; the last one holds.';

-- Days of which the files of a source tell something: a monthly figure belongs to the last day of its month, a yearly one to that
-- of its year, a list to the day it is of. Subjects' facts are not here: mart.agg_vaccination_by_day has their days.
CREATE VIEW IF NOT EXISTS mart.reported_days {on_cluster} AS
SELECT load_id, 'administered' AS job, '' AS facility_code, place_key, report_date AS day FROM mart.fct_administered_reports WHERE dose_number = 0
UNION ALL
SELECT load_id, 'resources' AS job, facility_code, place_key, toLastDayOfMonth(month) AS day FROM mart.fct_resources
UNION ALL
SELECT load_id, 'payments' AS job, facility_code, place_key, payment_date AS day FROM mart.fct_payments
UNION ALL
SELECT load_id, 'services' AS job, facility_code, place_key, toLastDayOfMonth(month) AS day FROM mart.fct_services WHERE source = 'form'
UNION ALL
SELECT load_id, 'claims' AS job, facility_code, place_key, toLastDayOfMonth(month) AS day FROM mart.fct_services WHERE source = 'claims'
UNION ALL
SELECT load_id, 'connections' AS job, facility_code, place_key, toLastDayOfMonth(month) AS day FROM mart.fct_connections
UNION ALL
SELECT load_id, 'dossiers' AS job, '' AS facility_code, place_key, toLastDayOfMonth(month) AS day FROM mart.fct_dossiers
UNION ALL
SELECT load_id, 'population' AS job, '' AS facility_code, place_key, makeDate(year, 12, 31) AS day FROM mart.fct_populations
UNION ALL
SELECT load_id, 'task_reports' AS job, '' AS facility_code, toUInt32(63300000) AS place_key, report_date AS day FROM mart.fct_task_reports
UNION ALL
SELECT load_id, toString(job) AS job, '' AS facility_code, place_key, as_of_date AS day FROM mart.agg_quality_by_load
WHERE job IN ('facilities', 'procedures') AND accepted_count > 0;
