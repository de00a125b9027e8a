-- Counts of -1 were not told. A facility's report of one month (payments: of one day) is one unit: the newest publication that
-- has one replaces the earlier ones whole.
CREATE TABLE IF NOT EXISTS mart.fct_resources {on_cluster}
(
    load_id UInt64,
    facility_code String,
    place_key UInt32 COMMENT 'Where the facility lies, as reported',
    month Date COMMENT 'First day of the month',
    updated_date Date COMMENT 'Day on which the facility gave these figures: they are known from it on',
    doctors Int32,
    assistant_doctors Int32,
    nurses Int32,
    midwives Int32,
    pharmacists Int32,
    beds_planned Int32,
    beds_actual Int32
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (facility_code, month)
COMMENT 'One row per facility, month and load: staff and beds. Source: monthly reports of facilities.';

CREATE TABLE IF NOT EXISTS mart.fct_equipment {on_cluster}
(
    load_id UInt64,
    facility_code String,
    place_key UInt32,
    month Date,
    updated_date Date,
    equipment_code LowCardinality(String),
    in_order_count Int32,
    broken_count Int32
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (facility_code, month, equipment_code)
COMMENT 'One row per facility, month, type of equipment and load; types of which nothing was told have no row. Written by the job resources with fct_resources.';

CREATE TABLE IF NOT EXISTS mart.fct_payments {on_cluster}
(
    load_id UInt64,
    facility_code String,
    place_key UInt32,
    payment_date Date,
    method_code LowCardinality(String) COMMENT 'cash, card, bank_transfer, qr, e_wallet, mobile_money; unknown',
    transaction_count Int64,
    amount_vnd Int64
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (facility_code, payment_date, method_code)
COMMENT 'One row per facility, day, method and load. A row without transactions says that the method is offered.';

CREATE TABLE IF NOT EXISTS mart.fct_services {on_cluster}
(
    load_id UInt64,
    source Enum8('form' = 1, 'claims' = 2) COMMENT 'A form counts before claims of the same facility and month, figure by figure',
    facility_code String,
    place_key UInt32,
    month Date,
    outpatient_visits Int64,
    insured_visits Int64,
    inpatient_admissions Int64,
    inpatient_days Int64,
    surgeries Int64,
    deliveries Int64,
    lab_tests Int64,
    imaging Int64,
    telehealth_consultations Int64,
    chip_id_visits Int64,
    chip_id_successes Int64
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (facility_code, month)
COMMENT 'One row per facility, month, source and load. Source: statistical forms (job services) and insurance claims (job claims).';

CREATE TABLE IF NOT EXISTS mart.fct_connections {on_cluster}
(
    load_id UInt64,
    facility_code String,
    place_key UInt32,
    stream_code LowCardinality(String) COMMENT 'birth_certificate, death_notice, driver_health_check, basic_health_info, health_record, e_prescription',
    month Date,
    connected_since Date COMMENT '1970-01-01: not connected',
    sent_count Int64,
    accepted_count Int64,
    rejected_count Int64,
    complete_field_count Int64 COMMENT 'Filled fields of the accepted records, added up'
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (facility_code, stream_code, month)
COMMENT 'One row per facility, stream, month and load. A row says that the facility is to be connected to the stream.';

CREATE TABLE IF NOT EXISTS mart.dim_procedures {on_cluster}
(
    load_id UInt64,
    procedure_code String,
    valid_from Date,
    valid_to Date,
    name String,
    handling_level Enum8('unknown' = 0, 'ministry' = 1, 'province' = 2, 'district' = 3, 'commune' = 4),
    is_eligible Bool COMMENT 'May be handled fully online',
    is_full_online Bool,
    is_on_national_portal Bool
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (procedure_code, valid_from)
COMMENT 'One row per administrative procedure, period of unchanged attributes and load.';

CREATE TABLE IF NOT EXISTS mart.fct_dossiers {on_cluster}
(
    load_id UInt64,
    procedure_code String,
    place_key UInt32 COMMENT 'The province that received them; the nation''s unknown place for the Ministry itself',
    month Date,
    received_count Int64,
    online_count Int64,
    resolved_count Int64,
    on_time_count Int64
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (procedure_code, place_key, month)
COMMENT 'One row per procedure, receiving place, month and load.';

CREATE TABLE IF NOT EXISTS mart.fct_population_groups {on_cluster}
(
    load_id UInt64,
    place_key UInt32 COMMENT 'A province or a commune, by area_level',
    area_level Enum8('province' = 1, 'commune' = 3) DEFAULT if(place_key % 1000000 >= 200000, 'province', 'commune') COMMENT 'province: the whole province, never to be added to its communes. A commune at the province''s key holds people of communes that no list knows',
    year UInt16,
    sex Enum8('all' = 0, 'male' = 1, 'female' = 2),
    age_group LowCardinality(String) COMMENT 'all, or first-last age: 0-4, 5-9, …, 80+',
    residence Enum8('all' = 0, 'urban' = 1, 'rural' = 2),
    population UInt64
)
ENGINE = {replicated}MergeTree
PARTITION BY load_id
ORDER BY (place_key, area_level, year, sex, age_group, residence)
COMMENT 'One row per place, level, year, group and load: people. Written by the job population with fct_populations, which has the provinces'' totals.';
