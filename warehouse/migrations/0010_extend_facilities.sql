ALTER TABLE mart.dim_facilities {on_cluster}
    ADD COLUMN IF NOT EXISTS facility_type Enum8('unknown' = 0, 'hospital' = 1, 'health_centre' = 2, 'health_station' = 3, 'clinic' = 4, 'pharmacy' = 5, 'other' = 6),
    ADD COLUMN IF NOT EXISTS ownership Enum8('unknown' = 0, 'public' = 1, 'private' = 2),
    ADD COLUMN IF NOT EXISTS grade Enum8('unknown' = 0, 'special' = 1, 'I' = 2, 'II' = 3, 'III' = 4, 'IV' = 5, 'none' = 6) COMMENT 'none: of a kind that is not graded',
    ADD COLUMN IF NOT EXISTS managing_level Enum8('unknown' = 0, 'central' = 1, 'province' = 2, 'district' = 3, 'commune' = 4, 'private' = 5),
    ADD COLUMN IF NOT EXISTS valid_from Date COMMENT 'First day on which the row holds; 1970-01-01 if not told',
    ADD COLUMN IF NOT EXISTS valid_to Date DEFAULT '2149-06-06' COMMENT 'Last day on which the row holds; 2149-06-06 while in force';

ALTER TABLE mart.dim_facilities {on_cluster} MODIFY COMMENT 'One row per facility, period of unchanged attributes and load.';
