ALTER TABLE mart.dim_facilities {on_cluster}
    ADD COLUMN IF NOT EXISTS facility_type LowCardinality(String) DEFAULT 'unknown' COMMENT 'Code of the list facility_type: hospital, health_centre, health_station, clinic, pharmacy, other, …; unknown',
    ADD COLUMN IF NOT EXISTS ownership LowCardinality(String) DEFAULT 'unknown' COMMENT 'Code of the list ownership: public, private; unknown',
    ADD COLUMN IF NOT EXISTS grade LowCardinality(String) DEFAULT 'unknown' COMMENT 'Code of the list grade: special, I, II, III, IV; none: of a kind that is not graded; unknown',
    ADD COLUMN IF NOT EXISTS managing_level LowCardinality(String) DEFAULT 'unknown' COMMENT 'Code of the list managing_level: central, province, district, commune, private; unknown',
    ADD COLUMN IF NOT EXISTS valid_from Date COMMENT 'First day on which the row holds; 1970-01-01 if not told',
    ADD COLUMN IF NOT EXISTS valid_to Date DEFAULT '2149-06-06' COMMENT 'Last day on which the row holds; 2149-06-06 while in force';

ALTER TABLE mart.dim_facilities {on_cluster} MODIFY COMMENT 'One row per facility, period of unchanged attributes and load.';
