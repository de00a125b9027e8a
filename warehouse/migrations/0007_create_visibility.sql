-- Real data hides the sample: the two are never added up. Official figures and units belong to both: they hide nothing.
CREATE VIEW IF NOT EXISTS mart.shown_dataset {on_cluster} AS
SELECT if(countIf(dataset = 'real' AND job NOT IN ('official_totals', 'areas', 'rebuild')) > 0, 'real', 'sample') AS dataset
FROM ops.publications;

CREATE VIEW IF NOT EXISTS mart.published_loads {on_cluster} AS
SELECT load_id
FROM ops.publications
WHERE toString(dataset) = (SELECT dataset FROM mart.shown_dataset);

CREATE VIEW IF NOT EXISTS mart.current_loads {on_cluster} AS
SELECT argMax(load_id, publication_number) AS load_id
FROM ops.publications
WHERE toString(dataset) = (SELECT dataset FROM mart.shown_dataset) OR job = 'official_totals'
GROUP BY job, batch_code
HAVING NOT argMax(is_withdrawal, publication_number);
