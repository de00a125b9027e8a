import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goldenHealthData } from "../tests/golden/health/loadGoldenHealth.ts";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { expandedView } from "./expand/readModel.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask } from "./testing/askCube.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: goldenHealthData });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const notByOf = (view: string, dimension: string): { told: string[]; untold: string[] } => {
  const measures = expandedView(view).measures.map(({ name, definition: { meta } }) => ({
    name,
    isUntold: Array.isArray(meta.not_by) && meta.not_by.includes(dimension),
  }));
  const namesOf = (isUntold: boolean) => measures.filter((each) => each.isUntold === isUntold).map(({ name }) => name);
  return { told: namesOf(false), untold: namesOf(true) };
};

describe("what the model says a measure is not told by", () => {
  it.each([
    ["resources", "facility_type", "hospital"],
    ["resources", "equipment_type", "ct_scanner"],
    ["services", "facility_type", "hospital"],
    ["connections", "ownership", "public"],
    ["payments", "facility_type", "hospital"],
  ])("%s by %s: nothing is known of one of its values, and something of the others", async (view, dimension, value) => {
    const { told, untold } = notByOf(view, dimension);
    const filters = [{ member: dimension, operator: "equals", values: [value] }];
    const [row] = await ask(server.url, { view, measures: [...told, ...untold], filters });
    expect(untold.filter((measure) => row?.[measure] !== null)).toEqual([]);
    expect(told.filter((measure) => row?.[measure] !== null)).not.toEqual([]);
  });

  it("includes shares that one method answers by being what it is", async () => {
    const { untold } = notByOf("payments", "method");
    const filters = [{ member: "method", operator: "equals", values: ["qr"] }];
    const [row] = await ask(server.url, { view: "payments", measures: untold, filters });
    const trivial = ["cashless_transaction_share", "cashless_amount_share"];
    expect(untold).toEqual(expect.arrayContaining([...trivial, "cashless_ready_rate"]));
    for (const measure of untold)
      expect([measure, row?.[measure]]).toEqual([measure, trivial.includes(measure) ? 1 : null]);
  });
});
