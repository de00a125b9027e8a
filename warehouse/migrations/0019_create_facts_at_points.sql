-- What counts at points in time, as known at a publication: read by the Cube model with two parameters
--   publication  number of the publication whose knowledge is asked for (mart.load_periods)
--   period       first day, then the last day of each point, each point beginning the day after the one before:
--                2022-01-01,2022-01-31,2022-02-28

CREATE VIEW IF NOT EXISTS mart.facilities_at {on_cluster} AS
SELECT
    facility_code,
    as_of,
    -- The attributes in force, else the last ones before, else the first ones.
    greatest(1, if(in_force > 0, in_force, arrayLastIndex(term -> term.1 <= as_of, terms))) AS nearest,
    arrayLastIndex(term -> term.1 <= as_of AND term.2 >= as_of, terms) AS in_force,
    in_force > 0 AS is_in_force,
    -- 1970-01-01 while none has begun.
    arrayMax(term -> if(term.1 <= as_of, term.2, toDate(0)), terms) AS last_day,
    terms[nearest].3 AS facility_name,
    terms[nearest].4 AS facility_type,
    terms[nearest].5 AS ownership,
    terms[nearest].6 AS grade,
    terms[nearest].7 AS managing_level,
    terms[nearest].8 AS place_key,
    terms[nearest].9 AS sample_scale
FROM
(
    SELECT
        facility_code,
        arraySort(groupArray((valid_from, told.1, told.2, told.3, told.4, told.5, told.6, told.7, told.8))) AS terms
    FROM
    (
        SELECT
            facility_code,
            valid_from,
            argMax((valid_to, if(name = '', facility_code, name), toString(facility_type), toString(ownership), toString(grade), toString(managing_level), place_key, sample_scale), known_from) AS told
        FROM mart.dim_facilities
        INNER JOIN
        (
            SELECT load_id, known_from, sample_scale
            FROM mart.load_periods
            WHERE job = 'facilities' AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
        ) AS known USING (load_id)
        GROUP BY facility_code, valid_from
    )
    GROUP BY facility_code
)
ARRAY JOIN arraySlice(arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})), 2) AS as_of;

-- What each facility has reported of its resources: months in their order, with the day the figures were given and the figures.
CREATE VIEW IF NOT EXISTS mart.resource_reports_known_at {on_cluster} AS
SELECT facility_code, arraySort(report -> report.1, groupArray((month, told.1, told.2))) AS reports
FROM
(
    SELECT
        facility_code,
        month,
        argMax((updated_date, (load_id, sample_scale, place_key, doctors, assistant_doctors, nurses, midwives, pharmacists, beds_planned, beds_actual)), known_from) AS told
    FROM mart.fct_resources
    INNER JOIN
    (
        SELECT load_id, known_from, sample_scale
        FROM mart.load_periods
        WHERE job = 'resources' AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
    ) AS known USING (load_id)
    GROUP BY facility_code, month
)
GROUP BY facility_code;

-- A facility's newest month whose figures were given by the end of the point: levels are carried forward until the next ones.
CREATE VIEW IF NOT EXISTS mart.resource_reports_at {on_cluster} AS
SELECT
    facility_code,
    as_of,
    arrayLast(report -> report.2 <= as_of, reports) AS latest,
    latest.1 AS month,
    latest.2 AS updated_date,
    -- Late figures of an earlier month are an update too.
    arrayMax(report -> if(report.2 <= as_of, report.2, toDate(0)), reports) AS last_update,
    latest.3.1 AS load_id,
    latest.3.2 AS sample_scale,
    latest.3.3 AS place_key,
    latest.3.4 AS doctors,
    latest.3.5 AS assistant_doctors,
    latest.3.6 AS nurses,
    latest.3.7 AS midwives,
    latest.3.8 AS pharmacists,
    latest.3.9 AS beds_planned,
    latest.3.10 AS beds_actual
FROM mart.resource_reports_known_at(publication = {publication:UInt64})
ARRAY JOIN arraySlice(arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})), 2) AS as_of
WHERE last_update > toDate(0);

-- Facility and month, at the point that holds the month's last day. A form's figure counts before that of the claims; NULL where
-- neither tells it.
CREATE VIEW IF NOT EXISTS mart.service_reports_at {on_cluster} AS
SELECT
    facility_code,
    month,
    as_of,
    if(has_form, form_place, claims_place) AS place_key,
    arrayMap((told, claimed) -> multiIf(has_form AND told >= 0, told, has_claims AND claimed >= 0, claimed, NULL), form, claims) AS figures,
    arrayMap(told -> if(has_form AND told >= 0, form_scale, claims_scale), form) AS scales,
    figures[1] AS outpatient_visits,
    figures[2] AS insured_visits,
    figures[3] AS inpatient_admissions,
    figures[4] AS inpatient_days,
    figures[5] AS surgeries,
    figures[6] AS deliveries,
    figures[7] AS lab_tests,
    figures[8] AS imaging,
    figures[9] AS telehealth_consultations,
    figures[10] AS chip_id_visits,
    figures[11] AS chip_id_successes,
    scales[1] AS outpatient_scale,
    scales[4] AS inpatient_days_scale
FROM
(
    WITH arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})) AS marks
    SELECT
        facility_code,
        month,
        arrayFirst(mark -> mark >= toLastDayOfMonth(month), arraySlice(marks, 2)) AS as_of,
        countIf(source = 'form') > 0 AS has_form,
        countIf(source = 'claims') > 0 AS has_claims,
        argMaxIf(place_key, known_from, source = 'form') AS form_place,
        argMaxIf(place_key, known_from, source = 'claims') AS claims_place,
        argMaxIf(sample_scale, known_from, source = 'form') AS form_scale,
        argMaxIf(sample_scale, known_from, source = 'claims') AS claims_scale,
        arrayResize(argMaxIf(told, known_from, source = 'form'), 11, -1) AS form,
        arrayResize(argMaxIf(told, known_from, source = 'claims'), 11, -1) AS claims
    FROM
    (
        SELECT
            facility_code,
            month,
            source,
            place_key,
            sample_scale,
            known_from,
            [outpatient_visits, insured_visits, inpatient_admissions, inpatient_days, surgeries, deliveries, lab_tests, imaging, telehealth_consultations, chip_id_visits, chip_id_successes] AS told
        FROM mart.fct_services
        INNER JOIN
        (
            SELECT load_id, known_from, sample_scale
            FROM mart.load_periods
            WHERE job IN ('services', 'claims') AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
        ) AS known USING (load_id)
        WHERE toLastDayOfMonth(month) BETWEEN toDate(splitByChar(',', {period:String})[1]) AND toDate(splitByChar(',', {period:String})[-1])
    )
    GROUP BY facility_code, month
)
WHERE as_of > toDate(0);

-- People of the year of each point's end, of all groups. Of a province that is told as a whole and by commune, exactly one counts:
-- `counts_for_provinces` in figures of provinces and above, `counts_for_communes` in figures of communes and districts.
CREATE VIEW IF NOT EXISTS mart.population_at {on_cluster} AS
SELECT
    as_of,
    year,
    structure_code,
    place_key,
    -- The place in the structure in force at the point's end; nothing is known of it there if it is told in a later structure.
    multiIf(
        structure_code = structure_then, place_key,
        structure_then = newest_structure AND area_level = 'commune' AND match(dictGet('mart.places', 'now_commune_code', place_key), '^[0-9]{5}$'),
            toUInt32(structure_then * 1000000 + toUInt32OrZero(dictGet('mart.places', 'now_commune_code', place_key))),
        structure_then = newest_structure AND match(dictGet('mart.places', 'now_province_code', place_key), '^[0-9]{2}$'),
            toUInt32(structure_then * 1000000 + 200000 + toUInt32OrZero(dictGet('mart.places', 'now_province_code', place_key))),
        toUInt32(structure_then * 1000000 + 300000)
    ) AS then_place_key,
    area_level,
    sex,
    age_group,
    residence,
    population,
    basis,
    sample_scale,
    area_level = 'province' OR max(area_level = 'province') OVER places = 0 AS counts_for_provinces,
    area_level = 'commune' OR max(area_level = 'commune') OVER places = 0 AS counts_for_communes
FROM
(
    SELECT
        arrayJoin(arraySlice(arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})), 2)) AS as_of,
        toYear(as_of) AS year,
        (SELECT groupArray((valid_from, structure_code)) FROM mart.dim_structures FINAL) AS structures,
        arrayMax(term -> if(term.1 <= as_of, term, (toDate(0), toUInt16(0))), structures).2 AS structure_then,
        arrayMax(structures).2 AS newest_structure
) AS points
INNER JOIN mart.population_structures_known_at(publication = {publication:UInt64}) AS chosen USING (year)
INNER JOIN mart.population_known_at(publication = {publication:UInt64}) AS people USING (year, structure_code)
WINDOW places AS (PARTITION BY as_of, dictGet('mart.places', 'then_province_code', place_key), sex, age_group, residence);
