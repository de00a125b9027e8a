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

-- What each facility has reported of its resources, every column an array of its reports; `told` are the positions of those that
-- count, in the order of their months: a month is told whole by the newest publication that has it. Arrays, because one group per
-- facility costs a tenth of one group per facility and month.
CREATE VIEW IF NOT EXISTS mart.resource_reports_known_at {on_cluster} AS
SELECT
    *,
    arraySort((position, key) -> key, arrayEnumerate(months), arrayMap((month, number) -> toUInt64(month) * 4294967296 + number, months, numbers)) AS positions,
    arrayFilter((position, next) -> next = 0 OR months[next] != months[position], positions, arrayPushBack(arrayPopFront(positions), 0)) AS told
FROM
(
    SELECT
        facility_code,
        groupArray(month) AS months,
        groupArray(known_from) AS numbers,
        groupArray(updated_date) AS update_dates,
        groupArray(load_id) AS load_ids,
        groupArray(sample_scale) AS sample_scales,
        groupArray(place_key) AS place_keys,
        groupArray(doctors) AS doctors_told,
        groupArray(assistant_doctors) AS assistant_doctors_told,
        groupArray(nurses) AS nurses_told,
        groupArray(midwives) AS midwives_told,
        groupArray(pharmacists) AS pharmacists_told,
        groupArray(beds_planned) AS beds_planned_told,
        groupArray(beds_actual) AS beds_actual_told
    FROM mart.fct_resources
    INNER JOIN
    (
        SELECT load_id, known_from, sample_scale
        FROM mart.load_periods
        WHERE job = 'resources' AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
    ) AS known USING (load_id)
    GROUP BY facility_code
);

-- A facility's newest month whose figures were given by the end of the point: levels are carried forward until the next ones.
CREATE VIEW IF NOT EXISTS mart.resource_reports_at {on_cluster} AS
SELECT
    facility_code,
    as_of,
    months[latest] AS month,
    update_dates[latest] AS updated_date,
    -- Late figures of an earlier month are an update too.
    arrayMax(position -> if(update_dates[position] <= as_of, update_dates[position], toDate(0)), told) AS last_update,
    load_ids[latest] AS load_id,
    sample_scales[latest] AS sample_scale,
    place_keys[latest] AS place_key,
    doctors_told[latest] AS doctors,
    assistant_doctors_told[latest] AS assistant_doctors,
    nurses_told[latest] AS nurses,
    midwives_told[latest] AS midwives,
    pharmacists_told[latest] AS pharmacists,
    beds_planned_told[latest] AS beds_planned,
    beds_actual_told[latest] AS beds_actual
FROM
(
    SELECT
        *,
        arraySlice(arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})), 2) AS points,
        arrayMap(point -> arrayLast(position -> update_dates[position] <= point, told), points) AS latests
    FROM mart.resource_reports_known_at(publication = {publication:UInt64})
)
ARRAY JOIN points AS as_of, latests AS latest
WHERE latest > 0;

-- Reports of services of the months whose last day the period holds, with whether another report tells of the same facility and month.
CREATE VIEW IF NOT EXISTS mart.service_reports_known_at {on_cluster} AS
SELECT *, cityHash64(facility_code, month) IN
(
    SELECT cityHash64(facility_code, month) AS unit
    FROM mart.fct_services
    WHERE toLastDayOfMonth(month) BETWEEN toDate(splitByChar(',', {period:String})[1]) AND toDate(splitByChar(',', {period:String})[-1])
        AND load_id IN (
            SELECT load_id
            FROM mart.load_periods
            WHERE job IN ('services', 'claims') AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
        )
    GROUP BY unit
    HAVING count() > 1
) AS is_told_twice
FROM mart.fct_services
INNER JOIN
(
    SELECT load_id, known_from, sample_scale
    FROM mart.load_periods
    WHERE job IN ('services', 'claims') AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
) AS known USING (load_id)
WHERE toLastDayOfMonth(month) BETWEEN toDate(splitByChar(',', {period:String})[1]) AND toDate(splitByChar(',', {period:String})[-1]);

-- Facility and month, at the point that holds the month's last day. Of each source the newest publication counts, whole; a form's
-- figure counts before that of the claims; NULL where neither tells it. Only months told twice are grouped: that is what costs.
CREATE VIEW IF NOT EXISTS mart.service_reports_at {on_cluster} AS
SELECT *, arrayFirst(mark -> mark >= toLastDayOfMonth(month), arraySlice(arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})), 2)) AS as_of
FROM
(
    SELECT
        facility_code,
        month,
        place_key,
        sample_scale AS outpatient_scale,
        sample_scale AS inpatient_days_scale,
        if(outpatient_visits < 0, NULL, outpatient_visits) AS outpatient_visits,
        if(insured_visits < 0, NULL, insured_visits) AS insured_visits,
        if(inpatient_admissions < 0, NULL, inpatient_admissions) AS inpatient_admissions,
        if(inpatient_days < 0, NULL, inpatient_days) AS inpatient_days,
        if(surgeries < 0, NULL, surgeries) AS surgeries,
        if(deliveries < 0, NULL, deliveries) AS deliveries,
        if(lab_tests < 0, NULL, lab_tests) AS lab_tests,
        if(imaging < 0, NULL, imaging) AS imaging,
        if(telehealth_consultations < 0, NULL, telehealth_consultations) AS telehealth_consultations,
        if(chip_id_visits < 0, NULL, chip_id_visits) AS chip_id_visits,
        if(chip_id_successes < 0, NULL, chip_id_successes) AS chip_id_successes
    FROM mart.service_reports_known_at(publication = {publication:UInt64}, period = {period:String})
    WHERE NOT is_told_twice

    UNION ALL

    SELECT
        facility_code,
        month,
        if(maxIf(known_from, source = 'form') > 0, argMaxIf(place_key, known_from, source = 'form'), argMax(place_key, known_from)),
        if(argMaxIf(outpatient_visits, known_from, source = 'form') >= 0 AND maxIf(known_from, source = 'form') > 0, argMaxIf(sample_scale, known_from, source = 'form'), argMaxIf(sample_scale, known_from, source = 'claims')),
        if(argMaxIf(inpatient_days, known_from, source = 'form') >= 0 AND maxIf(known_from, source = 'form') > 0, argMaxIf(sample_scale, known_from, source = 'form'), argMaxIf(sample_scale, known_from, source = 'claims')),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(outpatient_visits, known_from, source = 'form') >= 0, argMaxIf(outpatient_visits, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(outpatient_visits, known_from, source = 'claims') >= 0, argMaxIf(outpatient_visits, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(insured_visits, known_from, source = 'form') >= 0, argMaxIf(insured_visits, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(insured_visits, known_from, source = 'claims') >= 0, argMaxIf(insured_visits, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(inpatient_admissions, known_from, source = 'form') >= 0, argMaxIf(inpatient_admissions, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(inpatient_admissions, known_from, source = 'claims') >= 0, argMaxIf(inpatient_admissions, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(inpatient_days, known_from, source = 'form') >= 0, argMaxIf(inpatient_days, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(inpatient_days, known_from, source = 'claims') >= 0, argMaxIf(inpatient_days, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(surgeries, known_from, source = 'form') >= 0, argMaxIf(surgeries, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(surgeries, known_from, source = 'claims') >= 0, argMaxIf(surgeries, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(deliveries, known_from, source = 'form') >= 0, argMaxIf(deliveries, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(deliveries, known_from, source = 'claims') >= 0, argMaxIf(deliveries, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(lab_tests, known_from, source = 'form') >= 0, argMaxIf(lab_tests, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(lab_tests, known_from, source = 'claims') >= 0, argMaxIf(lab_tests, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(imaging, known_from, source = 'form') >= 0, argMaxIf(imaging, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(imaging, known_from, source = 'claims') >= 0, argMaxIf(imaging, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(telehealth_consultations, known_from, source = 'form') >= 0, argMaxIf(telehealth_consultations, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(telehealth_consultations, known_from, source = 'claims') >= 0, argMaxIf(telehealth_consultations, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(chip_id_visits, known_from, source = 'form') >= 0, argMaxIf(chip_id_visits, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(chip_id_visits, known_from, source = 'claims') >= 0, argMaxIf(chip_id_visits, known_from, source = 'claims'),
            NULL
        ),
        multiIf(
            maxIf(known_from, source = 'form') > 0 AND argMaxIf(chip_id_successes, known_from, source = 'form') >= 0, argMaxIf(chip_id_successes, known_from, source = 'form'),
            maxIf(known_from, source = 'claims') > 0 AND argMaxIf(chip_id_successes, known_from, source = 'claims') >= 0, argMaxIf(chip_id_successes, known_from, source = 'claims'),
            NULL
        )
    FROM mart.service_reports_known_at(publication = {publication:UInt64}, period = {period:String})
    WHERE is_told_twice
    GROUP BY facility_code, month
);

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
