-- What is shared may have a sample too, such as targets made up for the days of the sample: it is shown while the sample is, and hidden
-- with it. Real loads of shared jobs are shown beside both, as before.
CREATE OR REPLACE VIEW mart.current_loads {on_cluster} AS
SELECT argMax(load_id, publication_number) AS load_id
FROM ops.publications
WHERE toString(dataset) = (SELECT dataset FROM mart.shown_dataset)
    OR (dataset = 'real' AND job IN (SELECT job FROM mart.shared_jobs))
GROUP BY job, batch_code
HAVING NOT argMax(is_withdrawal, publication_number);

-- As in 0017: a load is known from its own publication number until that of the next publication of its batch, that one not included.
CREATE OR REPLACE VIEW mart.load_periods {on_cluster} AS
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
    WHERE toString(dataset) = (SELECT dataset FROM mart.shown_dataset)
        OR (dataset = 'real' AND job IN (SELECT job FROM mart.shared_jobs))
)
WHERE NOT is_withdrawal;
