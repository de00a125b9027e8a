-- Further figures at points in time, as known at a publication; parameters as in 0019.

-- Facility, day and method, at the point that holds the day. A facility's day is told whole by the newest publication that has it.
CREATE VIEW IF NOT EXISTS mart.payments_at {on_cluster} AS
SELECT
    facility_code,
    payment_date,
    toString(method_code) AS method_code,
    place_key,
    sample_scale,
    if(transaction_count < 0, NULL, transaction_count) AS transactions,
    if(amount_vnd < 0, NULL, amount_vnd) AS amount,
    arrayFirst(mark -> mark >= payment_date, arraySlice(arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})), 2)) AS as_of
FROM
(
    SELECT fact.*, known_from, sample_scale, max(known_from) OVER (PARTITION BY facility_code, payment_date) AS newest
    FROM mart.fct_payments AS fact
    INNER JOIN
    (
        SELECT load_id, known_from, sample_scale
        FROM mart.load_periods
        WHERE job = 'payments' AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
    ) AS known USING (load_id)
    WHERE payment_date BETWEEN toDate(splitByChar(',', {period:String})[1]) AND toDate(splitByChar(',', {period:String})[-1])
)
WHERE known_from = newest AND as_of > toDate(0);

-- Facility and point: whether it accepts cashless payment, that is, has told a method other than cash within the 90 days up to the
-- point's end. Told with no transactions, the method is offered.
CREATE VIEW IF NOT EXISTS mart.cashless_at {on_cluster} AS
SELECT facility_code, as_of, arrayExists(told -> told <= as_of AND told > as_of - 90, cashless_dates) AS is_ready
FROM
(
    SELECT facility_code, groupUniqArrayIf(payment_date, method_code NOT IN ('cash', 'unknown')) AS cashless_dates
    FROM
    (
        SELECT facility_code, payment_date, method_code, known_from, max(known_from) OVER (PARTITION BY facility_code, payment_date) AS newest
        FROM mart.fct_payments
        INNER JOIN
        (
            SELECT load_id, known_from
            FROM mart.load_periods
            WHERE job = 'payments' AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
        ) AS known USING (load_id)
        WHERE payment_date + 90 > toDateOrZero(splitByChar(',', {period:String})[2])
    )
    WHERE known_from = newest
    GROUP BY facility_code
)
ARRAY JOIN arraySlice(arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})), 2) AS as_of;

-- Facility, stream and month, the newest publication that has it.
CREATE VIEW IF NOT EXISTS mart.connections_known_at {on_cluster} AS
SELECT * EXCEPT (newest)
FROM
(
    SELECT
        facility_code, place_key, toString(stream_code) AS stream_code, month, toLastDayOfMonth(month) AS month_end, connected_since,
        if(sent_count < 0, NULL, sent_count) AS sent,
        if(accepted_count < 0, NULL, accepted_count) AS accepted,
        if(rejected_count < 0, NULL, rejected_count) AS rejected,
        if(complete_field_count < 0, NULL, complete_field_count) AS complete_fields,
        sample_scale,
        known_from,
        max(known_from) OVER (PARTITION BY facility_code, stream_code, month) AS newest
    FROM mart.fct_connections
    INNER JOIN
    (
        SELECT load_id, known_from, sample_scale
        FROM mart.load_periods
        WHERE job = 'connections' AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
    ) AS known USING (load_id)
)
WHERE known_from = newest;

-- Procedure, receiving place and month, at the point that holds the month's last day.
CREATE VIEW IF NOT EXISTS mart.dossiers_at {on_cluster} AS
SELECT
    procedure_code,
    place_key,
    month,
    if(received_count < 0, NULL, received_count) AS received,
    if(online_count < 0, NULL, online_count) AS online,
    if(resolved_count < 0, NULL, resolved_count) AS resolved,
    if(on_time_count < 0, NULL, on_time_count) AS on_time,
    arrayFirst(mark -> mark >= toLastDayOfMonth(month), arraySlice(arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})), 2)) AS as_of
FROM
(
    SELECT fact.*, known_from, max(known_from) OVER (PARTITION BY procedure_code, place_key, month) AS newest
    FROM mart.fct_dossiers AS fact
    INNER JOIN
    (
        SELECT load_id, known_from
        FROM mart.load_periods
        WHERE job = 'dossiers' AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
    ) AS known USING (load_id)
    WHERE toLastDayOfMonth(month) BETWEEN toDate(splitByChar(',', {period:String})[1]) AND toDate(splitByChar(',', {period:String})[-1])
)
WHERE known_from = newest AND as_of > toDate(0);

-- Procedure and point: its attributes in force at the point's end, else those of the nearest period.
CREATE VIEW IF NOT EXISTS mart.procedures_at {on_cluster} AS
SELECT
    procedure_code,
    as_of,
    arrayLastIndex(term -> term.1 <= as_of AND term.2 >= as_of, terms) AS in_force,
    in_force > 0 AS is_in_force,
    greatest(1, if(in_force > 0, in_force, arrayLastIndex(term -> term.1 <= as_of, terms))) AS nearest,
    terms[nearest].3 AS procedure_name,
    terms[nearest].4 AS handling_level,
    terms[nearest].5 AS is_eligible,
    terms[nearest].6 AS is_full_online,
    terms[nearest].7 AS is_on_national_portal
FROM
(
    SELECT procedure_code, arraySort(groupArray((valid_from, told.1, told.2, told.3, told.4, told.5, told.6))) AS terms
    FROM
    (
        SELECT
            procedure_code,
            valid_from,
            argMax((valid_to, if(name = '', procedure_code, name), toString(handling_level), is_eligible, is_full_online, is_on_national_portal), known_from) AS told
        FROM mart.dim_procedures
        INNER JOIN
        (
            SELECT load_id, known_from
            FROM mart.load_periods
            WHERE job = 'procedures' AND known_from <= {publication:UInt64} AND {publication:UInt64} < known_until
        ) AS known USING (load_id)
        GROUP BY procedure_code, valid_from
    )
    GROUP BY procedure_code
)
ARRAY JOIN arraySlice(arrayMap(mark -> toDate(mark), splitByChar(',', {period:String})), 2) AS as_of;
