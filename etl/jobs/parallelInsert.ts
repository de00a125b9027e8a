/** By default one thread computes all of an INSERT … SELECT; with views behind it both settings are needed for more. */
export const parallelInsert = { max_insert_threads: 4, parallel_view_processing: 1 } as const;
