import type { Warehouse } from "../warehouse/Warehouse.ts";
import { loadFiles } from "./loadFiles.ts";

/** Jobs whose own files ship with the product; indicators before the targets that name them. */
const JOBS = ["official_totals", "reconciliation_rules", "indicators", "targets", "tasks", "expected_sources"] as const;

/** Loads what ships with the product: official figures, rules, targets, tasks, who is to send what. What is loaded already stays. */
export async function loadReferenceFiles(warehouse: Warehouse, signal: AbortSignal): Promise<void> {
  for (const job of JOBS) await loadFiles(warehouse, job, [], signal);
}
