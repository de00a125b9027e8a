-- landing: raw strings of runs in progress. mart: what Cube reads. ops: runs, rejects, publications.
CREATE DATABASE IF NOT EXISTS landing {on_cluster};
CREATE DATABASE IF NOT EXISTS mart {on_cluster};
CREATE DATABASE IF NOT EXISTS ops {on_cluster};
