-- People of each year from the first that is told to ten years after the last; the column basis says how they are known. Each group
-- is worked out by itself, and so is the whole: rounded parts may differ from the rounded whole by half a person for each part.
-- As known at a publication, which is the view's parameter.
CREATE VIEW IF NOT EXISTS mart.population_known_at {on_cluster} AS
SELECT
    toUInt16(intDiv(place_key, 1000000)) AS structure_code,
    place_key,
    area_level,
    sex,
    age_group,
    residence,
    toUInt16(told_year + step) AS year,
    -- Half a person is rounded up.
    if(step = 0 OR next_year = 0, told, toUInt64(floor(told + (toInt64(next_told) - toInt64(told)) * step / (next_year - told_year) + 0.5))) AS population,
    CAST(multiIf(step = 0, 1, next_year > 0, 2, 3), 'Enum8(\'known\' = 1, \'interpolated\' = 2, \'carried\' = 3)') AS basis,
    sample_scale
FROM
(
    SELECT
        place_key,
        area_level,
        sex,
        age_group,
        residence,
        told_year,
        told,
        sample_scale,
        leadInFrame(told_year, 1, 0) OVER years AS next_year,
        leadInFrame(told, 1, 0) OVER years AS next_told
    FROM
    (
        SELECT
            place_key,
            area_level,
            sex,
            age_group,
            residence,
            fact.year AS told_year,
            fact.population AS told,
            sample_scale,
            known_from = max(known_from) OVER (PARTITION BY place_key, area_level, fact.year) AS is_newest
        FROM mart.fct_population_groups AS fact
        INNER JOIN
        (
            SELECT load_id, known_from, sample_scale
            FROM mart.load_periods
            WHERE job = 'population' AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
        ) AS period ON period.load_id = fact.load_id
    )
    WHERE is_newest
    WINDOW years AS (PARTITION BY place_key, area_level, sex, age_group, residence ORDER BY told_year ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
ARRAY JOIN range(toUInt32(if(next_year > 0, next_year - told_year, 11))) AS step;

CREATE VIEW IF NOT EXISTS mart.population_by_year {on_cluster} AS
SELECT * FROM mart.population_known_at(publication = 18446744073709551614);

-- In each year all places are taken from one structure, so that no area counts twice: the latest structure of which any population
-- of that year or an earlier one is told; before the first such year, the earliest structure of which any is told.
CREATE VIEW IF NOT EXISTS mart.population_structures_known_at {on_cluster} AS
SELECT
    toUInt16(calendar_year) AS year,
    if(max(first_year <= calendar_year), argMaxIf(structure_code, valid_from, first_year <= calendar_year), argMin(structure_code, valid_from)) AS structure_code
FROM
(
    SELECT structure_code, min(year) AS first_year
    FROM mart.population_known_at(publication = {publication:UInt64})
    WHERE basis = 'known'
    GROUP BY structure_code
) AS told
INNER JOIN (SELECT structure_code, valid_from FROM mart.dim_structures FINAL) AS structure USING (structure_code)
CROSS JOIN (SELECT arrayJoin(range(2000, 2150)) AS calendar_year) AS calendar
GROUP BY calendar_year;

CREATE VIEW IF NOT EXISTS mart.population_structure_by_year {on_cluster} AS
SELECT * FROM mart.population_structures_known_at(publication = 18446744073709551614);
