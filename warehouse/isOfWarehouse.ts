import type { WarehouseError } from "./WarehouseError.ts";

/** ClickHouse's codes for what is no fault of a statement or its data: time, space, memory, rights, connections. */
const ownCodes = new Set([
  0, 74, 75, 76, 159, 202, 209, 210, 236, 241, 242, 243, 252, 307, 319, 394, 425, 439, 497, 516, 999,
]);

/** The disk on which ClickHouse keeps its data is full. */
export const isDiskFull = ({ code, message }: Pick<WarehouseError, "code" | "message">): boolean =>
  code === 243 || /No space left on device|errno: 28\b/i.test(message);

/** The failure lies with ClickHouse or what it runs on, not with the data that it was given. */
export const isOfWarehouse = (error: Pick<WarehouseError, "code" | "message">): boolean =>
  ownCodes.has(error.code) || isDiskFull(error);
