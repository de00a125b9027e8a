CREATE TABLE IF NOT EXISTS ops.hash_keys {on_cluster}
(
    fingerprint String COMMENT 'Keyed hash of a fixed word: tells keys apart and nothing else of them',
    first_used_at DateTime('UTC') DEFAULT now('UTC')
)
ENGINE = {replicated}MergeTree
ORDER BY fingerprint
COMMENT 'One row: the key that identifiers in this warehouse are hashed with.';
