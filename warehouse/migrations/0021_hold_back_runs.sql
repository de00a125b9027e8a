ALTER TABLE ops.runs {on_cluster}
    MODIFY COLUMN status Enum8('running' = 1, 'published' = 2, 'unchanged' = 3, 'refused' = 4, 'failed' = 5, 'dry_run' = 6, 'held' = 7)
    COMMENT 'held: the load would have replaced its batch with far fewer rows or none, and was not published';
