import { join } from "node:path";
import type { EmbeddedConfig } from "./embeddedConfig.ts";

/** Where the engine's files are in the data folder. */
export const engineFiles = (dataDir: string) => ({
  /** Databases; belongs to the engine. */
  store: join(dataDir, "clickhouse"),
  /** Named pipes and spooled bodies; emptied at every start. */
  pipes: join(dataDir, "clickhouse-pipes"),
  config: join(dataDir, "clickhouse-config.xml"),
  /** How to reach the running engine; see `findRunning`. */
  running: join(dataDir, "warehouse.json"),
});

/**
 * Every table looks for merges and for streams, ten times a second at first, unless told to wait. What is inserted wakes its table
 * by itself, so that an idle engine need not: without, it takes 1.7 % of a core, with, 0.3 %.
 */
const idlePools = ["background_processing_pool", "background_streaming_processing_pool"]
  .map((pool) => `<${pool}_thread_sleep_seconds_if_nothing_to_do>10</${pool}_thread_sleep_seconds_if_nothing_to_do>`)
  .join("\n  ");

/** The engine's server configuration. Small pools: a server's defaults assume a machine of its own. */
export function engineConfigXml({ maxServerMemory, maxThreads, fsync }: EmbeddedConfig): string {
  const pool = Math.max(2, maxThreads);
  return `<clickhouse>
  <timezone>UTC</timezone>
  <max_server_memory_usage>${maxServerMemory}</max_server_memory_usage>
  <background_pool_size>${pool}</background_pool_size>
  <background_merges_mutations_concurrency_ratio>1</background_merges_mutations_concurrency_ratio>
  <background_move_pool_size>1</background_move_pool_size>
  <background_fetches_pool_size>1</background_fetches_pool_size>
  <background_common_pool_size>2</background_common_pool_size>
  <background_schedule_pool_size>4</background_schedule_pool_size>
  <background_buffer_flush_schedule_pool_size>1</background_buffer_flush_schedule_pool_size>
  <background_message_broker_schedule_pool_size>1</background_message_broker_schedule_pool_size>
  <background_distributed_schedule_pool_size>1</background_distributed_schedule_pool_size>
  ${idlePools}
  <merge_tree>
    <number_of_free_entries_in_pool_to_execute_mutation>0</number_of_free_entries_in_pool_to_execute_mutation>
    <number_of_free_entries_in_pool_to_lower_max_size_of_merge>0</number_of_free_entries_in_pool_to_lower_max_size_of_merge>
    <number_of_free_entries_in_pool_to_execute_optimize_entire_partition>0</number_of_free_entries_in_pool_to_execute_optimize_entire_partition>
    <fsync_after_insert>${fsync ? 1 : 0}</fsync_after_insert>
    <fsync_part_directory>${fsync ? 1 : 0}</fsync_part_directory>
  </merge_tree>
</clickhouse>
`;
}

/** Settings of every connection; a request's own come on top. */
export function engineProfile({ maxThreads, maxQueryMemory }: EmbeddedConfig): ReadonlyMap<string, string> {
  const spillAt = String(Math.floor(maxQueryMemory / 2));
  return new Map([
    ["implicit_select", "0"], // The embedded engine's default takes "1 + 1" for a query; a server does not.
    // Compiling expressions pays for long statements that come again. Ours are short or come once: a question takes a tenth less
    // processor time without, and a million doses load as fast.
    ["compile_expressions", "0"],
    ["compile_aggregate_expressions", "0"],
    ["compile_sort_description", "0"],
    ["max_threads", String(maxThreads)],
    ["max_memory_usage", String(maxQueryMemory)],
    ["max_bytes_before_external_group_by", spillAt],
    ["max_bytes_before_external_sort", spillAt],
  ]);
}
