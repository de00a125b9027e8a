import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { toHashKey } from "../config.ts";
import type { SourceRow } from "../job.ts";
import { type RunRequest, runJob } from "../run/runJob.ts";
import type { RunSummary } from "../run/runSummary.ts";

/** Keys and a clock for tests. */
export const testConfig = {
  hashKey: toHashKey("0123456789abcdef".repeat(4)),
  rejectsKey: "fedcba9876543210".repeat(4),
};

/** A sound dose: a woman of Phường Phúc Xá, Hà Nội. Tests state only what matters to them. */
export const aDose = (overrides: SourceRow = {}): SourceRow => ({
  dose_id: "MT1",
  person_id: "DT1",
  id_number: "001190000017",
  full_name: "Nguyễn Thị Bình",
  birth_date: "17/05/1990",
  sex: "Nữ",
  home_commune_code: "00001",
  facility_code: "TYT00001",
  injected_on: "04/08/2021",
  dose_number: "1",
  vaccine: "pfizer",
  lot_number: "PV46701",
  entered_at: "05/08/2021",
  sent_at: "10/03/2022",
  ...overrides,
});

const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export interface SeparatedStyle {
  readonly delimiter?: string;
  readonly newline?: string;
  readonly quoteAll?: boolean;
}

/** Rows as separated text; the columns are those of the first row. */
export const toCsv = (rows: readonly SourceRow[], style: SeparatedStyle = {}): string => {
  const { delimiter = ",", newline = "\n", quoteAll = false } = style;
  const field = (text: string): string => (quoteAll ? `"${text.replaceAll('"', '""')}"` : quoted(text));
  const names = Object.keys(rows[0] ?? {});
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))]
    .map((fields) => `${fields.map(field).join(delimiter)}${newline}`)
    .join("");
};

export interface TestFolder {
  /** Writes a file and returns its path. */
  readonly write: (name: string, content: string | Buffer) => Promise<string>;
  readonly path: (name: string) => string;
  readonly remove: () => Promise<void>;
}

export const openTestFolder = async (): Promise<TestFolder> => {
  const folder = await mkdtemp(join(tmpdir(), "etl-test-"));
  return {
    path: (name) => join(folder, name),
    write: async (name, content) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

export interface RunTestBed {
  readonly warehouse: TestWarehouse;
  readonly folder: TestFolder;
  /** A run with the keys of tests. */
  readonly run: (request: RunRequest) => Promise<RunSummary>;
}

/** One warehouse and one folder for the tests around the call: opened before the first of them, closed after the last. */
export const runTestBed = (): RunTestBed => {
  let opened: { readonly warehouse: TestWarehouse; readonly folder: TestFolder } | undefined;
  const bed = () => {
    if (opened === undefined) throw new Error("The test bed is open while tests run, not before");
    return opened;
  };
  beforeAll(async () => {
    opened = { warehouse: await openTestWarehouse(), folder: await openTestFolder() };
  });
  afterAll(async () => {
    await opened?.warehouse.close();
    await opened?.folder.remove();
  });
  return {
    get warehouse() {
      return bed().warehouse;
    },
    get folder() {
      return bed().folder;
    },
    run: (request) => runJob(request, { warehouse: bed().warehouse, config: testConfig }),
  };
};

const digest = z.object({ digest: z.string() });

/** One text for all that readers can see: facts of the loads in force, figures, rejected positions and findings; without load ids. */
export const visibleState = async (warehouse: Warehouse): Promise<string> => {
  const sets = [
    "SELECT * EXCEPT load_id FROM mart.fct_doses WHERE load_id IN (SELECT load_id FROM mart.current_loads)",
    "SELECT * EXCEPT load_id FROM mart.fct_verifications WHERE load_id IN (SELECT load_id FROM mart.current_loads)",
    "SELECT file_name, row_number, rule_codes FROM ops.rejects WHERE load_id IN (SELECT load_id FROM mart.current_loads)",
    "SELECT rule_code, file_name, row_number, place_key, detail FROM ops.findings WHERE load_id IN (SELECT load_id FROM mart.current_loads)",
    `SELECT grain, place_key, day, state, cohort, id_kind, age_group, sex, vaccine_code, dose_number, facility_code,
       sum(doses_injected) AS i, sum(doses_recorded) AS r, sum(doses_sent) AS s, sum(subjects_recorded) AS sr, sum(subjects_sent) AS ss,
       sum(subjects_cleansed) AS sc, sum(people_with_1_dose) AS p1, sum(people_with_2_doses) AS p2
     FROM mart.agg_vaccination_by_day WHERE load_id IN (SELECT load_id FROM mart.published_loads)
     GROUP BY ALL HAVING i != 0 OR r != 0 OR s != 0 OR sr != 0 OR ss != 0 OR sc != 0 OR p1 != 0 OR p2 != 0`,
  ];
  const digests: string[] = [];
  for (const set of sets) {
    const [row] = await warehouse.query(
      `SELECT concat(toString(count()), ':', toString(groupBitXor(cityHash64(tuple(*))))) AS digest FROM (${set})`,
      { schema: digest },
    );
    digests.push(row?.digest ?? "");
  }
  return digests.join(" ");
};
