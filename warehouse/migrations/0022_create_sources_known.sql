-- The sources of which a load was known at a publication. What is told by another source is missing then, and never 0.
CREATE VIEW IF NOT EXISTS mart.sources_known {on_cluster} AS
SELECT groupUniqArray(toString(job)) AS names
FROM mart.load_periods
WHERE known_from <= {publication:UInt64} AND {publication:UInt64} < known_until;
