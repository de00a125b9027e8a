-- The rows are written with the reference data, from the declarations in warehouse/sources; so are mart.reported_days and
-- mart.shared_jobs.
CREATE TABLE IF NOT EXISTS mart.dim_sources {on_cluster}
(
    job LowCardinality(String) COMMENT 'As commands and the ledger name it',
    name_vi String,
    name_en String
)
ENGINE = {replicated}MergeTree
ORDER BY job
COMMENT 'One row per source: a kind of data that is loaded.';
