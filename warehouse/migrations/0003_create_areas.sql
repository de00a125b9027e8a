CREATE TABLE IF NOT EXISTS mart.dim_structures {on_cluster}
(
    structure_code UInt16 COMMENT 'Number of provinces: 63, 34',
    name_vi String,
    name_en String,
    valid_from Date,
    valid_to Date COMMENT 'Last day in force; 2149-06-06 while in force'
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY structure_code
COMMENT 'One row per administrative structure of the country.';

CREATE TABLE IF NOT EXISTS mart.dim_areas {on_cluster}
(
    structure_code UInt16,
    level Enum8('nation' = 0, 'province' = 1, 'district' = 2, 'commune' = 3),
    area_code String COMMENT 'GSO code with leading zeros; VN for the nation; the parent''s code followed by ? for an unknown member',
    valid_from Date,
    valid_to Date,
    name String COMMENT 'Without the type: Hà Nội; a number keeps it: Phường 12',
    full_name String COMMENT 'With the type: Thành phố Hà Nội',
    type LowCardinality(String),
    province_code String,
    district_code String COMMENT 'Empty where the structure has no districts',
    parent_code String,
    search_key String COMMENT 'Full name, lower case, without tone marks',
    is_unknown Bool COMMENT 'Stands for facts known only for the unit above',
    source LowCardinality(String) COMMENT 'Begins with reference for rows that ship with the product; else the load that brought the row, which a new version keeps'
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY (structure_code, level, area_code, valid_from)
COMMENT 'One row per administrative unit and period of one name and type.';

CREATE TABLE IF NOT EXISTS mart.dim_area_mappings {on_cluster}
(
    from_structure_code UInt16,
    from_level Enum8('nation' = 0, 'province' = 1, 'district' = 2, 'commune' = 3),
    from_code String,
    to_structure_code UInt16,
    to_code String COMMENT 'Commune of the later structure',
    is_whole Bool COMMENT 'The old unit lies entirely in the new one',
    is_main Bool COMMENT 'The successor that facts of the old unit are counted under',
    source LowCardinality(String) COMMENT 'As of dim_areas'
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY (from_structure_code, from_level, from_code, to_structure_code, to_code)
COMMENT 'One row per old unit and new commune that it went to.';

CREATE TABLE IF NOT EXISTS mart.dim_places {on_cluster}
(
    place_key UInt32 COMMENT 'structure * 1,000,000 + commune code; + 100,000 + district code; + 200,000 + province code; + 300,000 for nothing known',
    structure_code UInt16 COMMENT 'Structure the place was reported with',
    then_province_code String,
    then_province_name String COMMENT 'Without its type: Hà Nội',
    then_district_code String COMMENT 'Empty where the structure has no districts',
    then_district_name String COMMENT 'With its type: Quận Ba Đình',
    then_commune_code String,
    then_commune_name String COMMENT 'With its type: Phường Trúc Bạch',
    now_province_code String,
    now_province_name String,
    now_commune_code String,
    now_commune_name String,
    mapping Enum8('same' = 0, 'exact' = 1, 'assigned' = 2, 'unknown' = 3) COMMENT 'How the place came to its unit of today: same code list, whole, split and given to the main successor, or known only above commune'
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY place_key
COMMENT 'One row per place a fact can be reported with, with its unit as it was then and as it is now.';

CREATE DICTIONARY IF NOT EXISTS mart.places {on_cluster}
(
    place_key UInt32,
    structure_code UInt16,
    then_province_code String,
    then_province_name String,
    then_district_code String,
    then_district_name String,
    then_commune_code String,
    then_commune_name String,
    now_province_code String,
    now_province_name String,
    now_commune_code String,
    now_commune_name String,
    mapping String
)
PRIMARY KEY place_key
SOURCE(CLICKHOUSE(DB 'mart' TABLE 'dim_places' {dictionary_credentials}))
LAYOUT(HASHED())
LIFETIME(0)
COMMENT 'dim_places by key';
