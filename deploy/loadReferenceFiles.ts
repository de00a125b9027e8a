import { loadOrder } from "../warehouse/sources/loadOrder.ts";
import { shippedSources } from "../warehouse/sources/sources.ts";
import type { Warehouse } from "../warehouse/Warehouse.ts";
import { loadFiles } from "./loadFiles.ts";

/** Loads what ships with the product: official figures, rules, targets, tasks, who is to send what. What is loaded already stays. */
export async function loadReferenceFiles(warehouse: Warehouse, signal: AbortSignal): Promise<void> {
  for (const job of loadOrder(shippedSources)) await loadFiles(warehouse, job, [], signal);
}
