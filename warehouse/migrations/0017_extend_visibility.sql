-- Loads that belong to sample and real data alike: they are always shown and hide nothing.
CREATE VIEW IF NOT EXISTS mart.shared_jobs {on_cluster} AS
SELECT arrayJoin(['official_totals', 'areas', 'codes', 'rebuild', 'indicators', 'targets', 'tasks', 'expected_sources', 'reconciliation_rules']) AS job;

CREATE OR REPLACE VIEW mart.shown_dataset {on_cluster} AS
SELECT if(countIf(dataset = 'real' AND job NOT IN (SELECT job FROM mart.shared_jobs)) > 0, 'real', 'sample') AS dataset
FROM ops.publications;

CREATE OR REPLACE VIEW mart.current_loads {on_cluster} AS
SELECT argMax(load_id, publication_number) AS load_id
FROM ops.publications
WHERE toString(dataset) = (SELECT dataset FROM mart.shown_dataset) OR job IN (SELECT job FROM mart.shared_jobs)
GROUP BY job, batch_code
HAVING NOT argMax(is_withdrawal, publication_number);

-- What was known when: a load is known from its own publication number until that of the next publication of its batch, that one
-- not included. Facts as known at publication N are those of loads with known_from <= N < known_until. Real data hides the sample
-- for all times: a figure of a sample is never what was known of the country.
CREATE VIEW IF NOT EXISTS mart.load_periods {on_cluster} AS
SELECT * EXCEPT (is_withdrawal)
FROM
(
    SELECT
        load_id,
        run_id,
        job,
        batch_code,
        sample_scale,
        is_withdrawal,
        publication_number AS known_from,
        leadInFrame(publication_number, 1, toUInt64(18446744073709551615)) OVER (
            PARTITION BY job, batch_code ORDER BY publication_number ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS known_until,
        first_date,
        last_date,
        row_count,
        files,
        published_at
    FROM ops.publications
    WHERE toString(dataset) = (SELECT dataset FROM mart.shown_dataset) OR job IN (SELECT job FROM mart.shared_jobs)
)
WHERE NOT is_withdrawal;
