import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../testing/openTestWarehouse.ts";
import { loadOrder } from "./loadOrder.ts";
import { sharedJobs } from "./sharedJobs.ts";
import { sampleSources, shippedSources, sourceNames, sources, sourceTables } from "./sources.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
});
afterAll(() => warehouse.close());

const texts = async (sql: string): Promise<string[]> => {
  const rows = await warehouse.query(sql, { schema: z.object({ text: z.string() }) });
  return rows.map(({ text }) => text);
};

describe("the declared sources", () => {
  it("declare every table of facts under a load exactly once", async () => {
    const inWarehouse = await texts(
      `SELECT concat('mart.', table) AS text FROM system.columns
       WHERE database = 'mart' AND name = 'load_id' AND match(table, '^(fct|dim)_')
         AND table IN (SELECT name FROM system.tables WHERE database = 'mart' AND partition_key = 'load_id') ORDER BY text`,
    );
    expect([...sourceTables].sort()).toEqual(inWarehouse);
    const all = await texts("SELECT concat(database, '.', name) AS text FROM system.tables WHERE database = 'mart'");
    expect(all).toEqual(expect.arrayContaining(sourceNames.flatMap((name) => sources[name].fills ?? [])));
  });

  it("have one name everywhere", async () => {
    const named = await texts("SELECT concatWithSeparator('|', job, name_vi, name_en) AS text FROM mart.dim_sources");
    expect(named.sort()).toEqual(
      sourceNames.map((name) => [name, ...Object.values(sources[name].title)].join("|")).sort(),
    );
    expect(new Set(sourceNames.flatMap((name) => Object.values(sources[name].title))).size).toBe(
      2 * sourceNames.length,
    );
  });

  it("say in the warehouse whose days are followed, and which publications belong to sample and real data alike", async () => {
    const [view = ""] = await texts(
      "SELECT create_table_query AS text FROM system.tables WHERE database = 'mart' AND name = 'reported_days'",
    );
    const told = sourceNames.filter((name) => view.includes(`'${name}'`));
    expect(told).toEqual(sourceNames.filter((name) => ["facts", "files"].includes(sources[name].days?.of ?? "")));
    expect(
      await texts(
        "SELECT concat(job, facility_code, toString(place_key), toString(day)) AS text FROM mart.reported_days",
      ),
    ).toEqual([]);
    expect((await texts("SELECT job AS text FROM mart.shared_jobs")).sort()).toEqual([...sharedJobs].sort());
  });

  it("place a report on the nation in the structure in force on the day", async () => {
    await warehouse.command(
      `INSERT INTO mart.fct_task_reports (load_id, task_code, report_date)
       VALUES (1, 'E1', '2025-06-30'), (1, 'E1', '2025-07-01')`,
    );
    expect(
      await texts(
        "SELECT concat(toString(day), ' ', toString(place_key)) AS text FROM mart.reported_days WHERE job = 'task_reports' ORDER BY day",
      ),
    ).toEqual(["2025-06-30 63300000", "2025-07-01 34300000"]);
  });

  it("each have a file here named after them, and no file declares another", async () => {
    const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const files = await readdir(import.meta.dirname);
    const declaring: string[] = [];
    for (const file of files.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))) {
      const text = await readFile(join(import.meta.dirname, file), "utf8");
      if (text.includes("as const satisfies Source;")) declaring.push(file);
    }
    expect(declaring.sort()).toEqual(sourceNames.map((name) => `${camel(name)}.ts`).sort());
  });

  it("are loaded after those that they need", () => {
    const order = loadOrder([...sourceNames].reverse());
    expect([...order].sort()).toEqual([...sourceNames].sort());
    for (const name of sourceNames) {
      for (const needed of sources[name].needs)
        expect(order.indexOf(needed), `${needed} ${name}`).toBeLessThan(order.indexOf(name));
    }
    expect(loadOrder(["services", "resources", "facilities"])).toEqual(["facilities", "resources", "services"]);
    // Rules name official figures, targets name indicators.
    const shipped = loadOrder(shippedSources);
    expect(shipped.indexOf("official_totals")).toBeLessThan(shipped.indexOf("reconciliation_rules"));
    expect(shipped.indexOf("indicators")).toBeLessThan(shipped.indexOf("targets"));
    expect(shipped).toEqual(expect.arrayContaining(["tasks", "expected_sources"]));
    const sample = loadOrder(sampleSources);
    expect(sample.indexOf("facilities")).toBeLessThan(sample.indexOf("doses"));
    expect(sample.indexOf("procedures")).toBeLessThan(sample.indexOf("dossiers"));
  });
});
