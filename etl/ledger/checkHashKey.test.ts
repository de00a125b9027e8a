import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { toHashKey } from "../config.ts";
import { checkHashKey } from "./checkHashKey.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
});
afterAll(() => warehouse.close());

it("takes the first key and no other after it", async () => {
  const first = toHashKey("11".repeat(32));
  await checkHashKey(warehouse, first);
  await checkHashKey(warehouse, first);
  await expect(checkHashKey(warehouse, toHashKey("12".repeat(32)))).rejects.toThrow("hashed with another key");
});
