CREATE TABLE IF NOT EXISTS ops.runs {on_cluster}
(
    run_id UUID COMMENT 'One per command started',
    job LowCardinality(String),
    batch_code String COMMENT 'The logical file set: a later load of the same batch replaces the earlier one',
    load_id UInt64 COMMENT 'Load under which this run writes its rows; 0 if it never wrote',
    dataset Enum8('sample' = 1, 'real' = 2),
    status Enum8('running' = 1, 'published' = 2, 'unchanged' = 3, 'refused' = 4, 'failed' = 5, 'dry_run' = 6),
    files Array(Tuple(name String, sha256 String, bytes UInt64)),
    as_of_date Date COMMENT 'The day as of which the files tell the state',
    read_count UInt64,
    accepted_count UInt64 COMMENT 'With and without findings',
    accepted_with_findings_count UInt64,
    rejected_count UInt64,
    findings Map(LowCardinality(String), UInt64) COMMENT 'Rule code to number of rows',
    message String,
    code_version LowCardinality(String),
    started_at DateTime64(3, 'UTC'),
    ended_at DateTime64(3, 'UTC'),
    heartbeat_at DateTime64(3, 'UTC') COMMENT 'A running run whose heartbeat is older than a minute is dead'
)
ENGINE = {replicated}ReplacingMergeTree(heartbeat_at)
ORDER BY run_id
COMMENT 'One row per ETL run. The newest heartbeat of a run is its state.';

CREATE TABLE IF NOT EXISTS ops.publications {on_cluster}
(
    publication_number UInt64 COMMENT 'Order of publication; allocated under the publication lock',
    load_id UInt64,
    run_id UUID,
    job LowCardinality(String),
    batch_code String,
    dataset Enum8('sample' = 1, 'real' = 2),
    sample_scale UInt32 COMMENT 'One row stands for this many; 1 for real data',
    is_withdrawal Bool COMMENT 'True: the batch has no rows from here on',
    row_count UInt64,
    first_date Date COMMENT 'Earliest fact',
    last_date Date COMMENT 'Latest fact: the data time of this load',
    files Array(Tuple(name String, sha256 String, bytes UInt64)),
    published_at DateTime64(3, 'UTC')
)
ENGINE = {replicated}MergeTree
ORDER BY publication_number
COMMENT 'One row per published load. Inserting this row is what makes a load visible, whole and at once.';

CREATE TABLE IF NOT EXISTS ops.rejects {on_cluster}
(
    load_id UInt64,
    run_id UUID,
    job LowCardinality(String),
    file_name String,
    row_number UInt64 COMMENT 'Data row in the file, from 1, header not counted',
    rule_codes Array(LowCardinality(String)),
    nonce FixedString(12),
    row_encrypted String COMMENT 'AES-256-GCM of the row as JSON of canonical column to raw text' CODEC(NONE)
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (file_name, row_number)
COMMENT 'One row per rejected source row, encrypted.';

CREATE TABLE IF NOT EXISTS ops.findings {on_cluster}
(
    load_id UInt64,
    run_id UUID,
    job LowCardinality(String),
    rule_code LowCardinality(String),
    file_name String,
    row_number UInt64,
    place_key UInt32 COMMENT 'Where the row counts; 0 if the rule is not about a place',
    detail String COMMENT 'What was found; never personal data'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (rule_code, file_name, row_number)
COMMENT 'One row per source row and rule that it broke, for accepted and rejected rows alike.';
