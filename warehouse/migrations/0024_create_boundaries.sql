CREATE TABLE IF NOT EXISTS mart.dim_boundaries {on_cluster}
(
    load_id UInt64,
    structure_code UInt16,
    level Enum8('nation' = 0, 'province' = 1, 'district' = 2, 'commune' = 3),
    province_code LowCardinality(String),
    area_code String,
    min_x Int32 COMMENT 'Of the box around the outline, like max_x, min_y and max_y',
    min_y Int32,
    max_x Int32,
    max_y Int32,
    outline String COMMENT 'SVG path: whole numbers, Mercator, one for each ten-thousandth of a degree of longitude; y grows southward'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (structure_code, level, province_code, area_code)
COMMENT 'One row per administrative unit and load: its outline as it is drawn.';
