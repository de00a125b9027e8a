import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { connect } from "../../../warehouse/connect.ts";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import { askOne, load, type Question, queryOf } from "../../testing/askCube.ts";
import { publish, writeRows } from "../../testing/changes.ts";
import { loadTargetCountry } from "../../testing/targetCountry.ts";
import { openWarehouseProxy, type WarehouseProxy } from "../../testing/warehouseProxy.ts";
import { type RunningServer, startServer } from "../startServer.ts";

const log = pino({ level: "silent" });
let engine: TestWarehouse;
let proxy: WarehouseProxy;
let warehouse: Warehouse;
let server: RunningServer;

/** An indicator may be any member of any view, by mistake one of targets itself. */
const circular = {
  ...{
    load_id: 2005,
    indicator_code: "circular",
    name_vi: "Vòng",
    name_en: "Circle",
    measure: "targets.current_value",
  },
  ...{ filter_member: "", filter_values: [], period: "as_of", better: "up", unit: "percent" },
};
const circularTarget = {
  ...{ load_id: 2006, target_code: "circular", indicator_code: "circular", place_key: 63_300_000, applies_to: "area" },
  ...{ valid_from: "2022-03-01", deadline: "2022-12-31", target_value: 1, legal_basis: "QĐ 3", owner: "Cục A" },
};

beforeAll(async () => {
  engine = await openTestWarehouse();
  await loadTargetCountry(engine);
  await writeRows(engine, "mart.dim_indicators", [circular]);
  await writeRows(engine, "mart.fct_targets", [circularTarget]);
  const never = { firstDate: "1970-01-01", lastDate: "1970-01-01" };
  await publish(engine, { number: 5, loadId: 2005, job: "indicators", ...never });
  await publish(engine, { number: 6, loadId: 2006, job: "targets", ...never });
  proxy = await openWarehouseProxy(engine.url);
  const { user, password, database } = engine;
  warehouse = connect({ url: proxy.url, user, password, database, cluster: undefined, isEmbedded: true });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
  await proxy?.down();
  await engine?.close();
});

beforeEach(async () => {
  await engine.command("TRUNCATE TABLE mart.agg_measure_values");
});

const kept = async (): Promise<string[]> =>
  (
    await engine.query(
      `SELECT concat(measure, ' ', toString(day), ' ', toString(structure_code), ' ', toString(area_level), ' ', filter_member) AS asked
       FROM mart.agg_measure_values WHERE area_code = '' ORDER BY asked`,
      { schema: z.object({ asked: z.string() }) },
    )
  ).map(({ asked }) => asked);

let questions = 0;
/** Never asked before. */
const fresh = (question: Question) => {
  questions += 1;
  return { ...queryOf({ view: "targets", ...question }), limit: 1000 + questions };
};
const is = (member: string, ...values: string[]) => ({ member, operator: "equals", values });

describe("an answer that needs figures of other views", () => {
  it("asks for no more than the question is about", async () => {
    await load(server.url, fresh({ measures: ["target_count", "target_value"], dimensions: ["target_code"] }));
    expect(await kept()).toEqual([]);
    await load(server.url, fresh({ measures: ["current_value"], filters: [is("target_code", "wrong")] }));
    expect(await kept()).toEqual(["vaccination.subjects_wrong 2022-04-30 0 nation "]);
    await load(server.url, fresh({ measures: ["pace"], filters: [is("target_code", "wrong")] }));
    expect(await kept()).toEqual([
      "vaccination.subjects_wrong 2022-04-02 0 nation ",
      "vaccination.subjects_wrong 2022-04-30 0 nation ",
    ]);
  });

  it("asks for several days in one question where a figure tells of a day, and for each where it tells of a period", async () => {
    const statementsFor = async (target: string): Promise<number> => {
      const before = proxy.statements.length;
      const question = fresh({ measures: ["pace"], filters: [is("target_code", target)] });
      expect((await load(server.url, question)).status).toBe(200);
      return proxy.statements.slice(before).filter((statement) => statement.includes("vaccination_changes")).length;
    };
    expect(await statementsFor("wrong")).toBe(1);
    expect(await statementsFor("cleansed")).toBe(2);
  });

  it("shares them with the answers that are computed at the same time, and keeps them for later ones", async () => {
    const all = Array.from({ length: 12 }, () =>
      load(server.url, fresh({ measures: ["current_value", "pace"], dimensions: ["target_code", "area_code"] })),
    );
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(all.map(() => 200));
    const asked = await kept();
    expect(asked.length).toBeGreaterThan(8);
    expect(asked).toEqual([...new Set(asked)]);
    await load(server.url, fresh({ measures: ["current_value", "pace"], dimensions: ["target_code", "status"] }));
    expect(await kept()).toEqual(asked);
  });

  it("does not wait for itself where an indicator names a view that needs figures in turn", async () => {
    const question = { view: "targets", measures: ["current_value"], dimensions: ["status"] };
    expect(await askOne(server.url, { ...question, filters: [is("target_code", "circular")] })).toEqual({
      current_value: null,
      status: "no_data",
    });
  });

  it("stops asking for them when it runs out of time, and answers the next one", async () => {
    const hasty = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log, queryTimeoutSeconds: 1 });
    proxy.hold = /vaccination_changes/;
    const question = { measures: ["current_value"], filters: [is("target_code", "overdue")] };
    const before = proxy.statements.length;
    const stopped = await load(hasty.url, fresh(question));
    proxy.hold = undefined;
    expect([stopped.status, await stopped.text()]).toEqual([504, expect.stringContaining("took too long")]);
    const killed = () => proxy.statements.slice(before).some((statement) => statement.includes("KILL QUERY"));
    await expect.poll(killed, { timeout: 30_000 }).toBe(true);
    await hasty.close();
    expect((await load(server.url, fresh(question))).status).toBe(200);
  });
});

describe("a question for its SQL or its form", () => {
  it("prepares nothing", async () => {
    const query = encodeURIComponent(JSON.stringify(fresh({ measures: ["current_value", "pace"] })));
    for (const path of ["sql", "dry-run"]) {
      expect([path, (await fetch(`${server.url}/cubejs-api/v1/${path}?query=${query}`)).status]).toEqual([path, 200]);
    }
    const body = JSON.stringify({ query: fresh({ measures: ["current_value", "pace"] }) });
    const headers = { "content-type": "application/json" };
    await fetch(`${server.url}/cubejs-api/v1/sql`, { method: "POST", headers, body });
    expect(await kept()).toEqual([]);
  });
});

describe("a value that is older than the day asked for", () => {
  const measures = ["current_value", "forecast_date", "days_late", "required_daily_rate"];
  const at = (code: string, day: string) =>
    askOne(server.url, {
      ...{ view: "targets", measures, dimensions: ["status", "value_date"], dateRange: ["2022-03-01", day] },
      filters: [is("target_code", code)],
    });

  it("forecasts from its own day, and nothing at all once it is older than 92 days", async () => {
    // Payments go on until the end of August; of vaccination nothing is known after April.
    const later = { job: "payments", firstDate: "2022-05-01", lastDate: "2022-08-31" };
    await publish(engine, { number: 7, loadId: 2007, ...later });
    const told = { value_date: "2022-04-30", current_value: 0.47 };
    // 0.03 left at 0.0025 a day.
    expect(await at("nation", "2022-07-31")).toMatchObject({
      ...told,
      ...{ status: "on_track", forecast_date: "2022-05-12", days_late: 0 },
    });
    expect(await at("nation", "2022-08-01")).toEqual({
      ...told,
      ...{ status: "stale", forecast_date: null, days_late: null, required_daily_rate: null },
    });
    // Of a day after the deadline it shows what became of the target, however old it is.
    expect(await at("overdue", "2022-08-31")).toMatchObject({ ...told, status: "late", days_late: 187 });
    const counts = ["targets_stale", "targets_on_track"];
    expect(
      await askOne(server.url, {
        view: "targets",
        measures: counts,
        filters: [is("target_code", "nation", "overdue")],
      }),
    ).toEqual({ targets_stale: 1, targets_on_track: 0 });
  });
});

describe("a statement", () => {
  it("has only the rows that its question asks of", async () => {
    const sentFor = async (measure: string): Promise<string> => {
      const before = proxy.statements.length;
      await askOne(server.url, { view: "services", measures: [measure] });
      return proxy.statements.slice(before).findLast((statement) => statement.includes("service_figures")) ?? "";
    };
    const reports = await sentFor("outpatient_visits");
    expect(reports).toContain("mart.service_reports_at");
    expect(reports).not.toMatch(/mart\.population_at|is_in_force AND facility_type/);
    const perPerson = await sentFor("visits_per_person");
    expect(perPerson).toContain("mart.population_at");
    expect(perPerson).not.toContain("is_in_force AND facility_type");
  });
});
