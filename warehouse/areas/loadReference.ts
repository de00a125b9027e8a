import type { Warehouse } from "../Warehouse.ts";
export const referenceStatus = async (_w: Warehouse) => ({ isCurrent: true });
export const loadReference = async (_w: Warehouse) => {};
