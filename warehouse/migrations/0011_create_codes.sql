CREATE TABLE IF NOT EXISTS mart.dim_codes {on_cluster}
(
    code_list LowCardinality(String) COMMENT 'resource, equipment_type, payment_method, service, stream, …',
    code LowCardinality(String),
    valid_from Date,
    valid_to Date COMMENT 'Last day of this meaning; 2149-06-06 while in force',
    name_vi String,
    name_en String,
    aliases Array(String) COMMENT 'As source files spell it: lower case, without tone marks, single spaces',
    sort_order UInt16,
    source LowCardinality(String) COMMENT 'Begins with reference for rows that ship with the product; else the load that brought the row'
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY (code_list, code, valid_from)
COMMENT 'One row per code and period of one meaning.';
