import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPackagedUnits } from "../warehouse/areas/packagedUnits.ts";
import { ACCEPTED_DIRT, REJECTED_DIRT, SHAPE_DIRT } from "./doseDirt.ts";
import { generateSeeds, type SeedSummary } from "./generateSeeds.ts";
import { nationalTargets, UNVERIFIABLE_CLASSES, WRONG_CLASSES } from "./nationalTargets.ts";
import { ASSUMED, MID_2022 } from "./officialFigures.ts";
import { SampleFiles } from "./SampleFiles.ts";
import { parseSeedOptions, type SeedOptions } from "./seedOptions.ts";
import { reportSeeds } from "./seeds.ts";
import { type Census, doseTables, type Row, readTable, takeCensus } from "./testing/sampleCensus.ts";

const SCALE = 4000;
const root = mkdtempSync(join(tmpdir(), "seeds-"));
const folder = (name: string): string => join(root, name);

function options(changes: Record<string, unknown>): SeedOptions {
  const parsed = parseSeedOptions({ scale: SCALE, ...changes });
  if ("problems" in parsed) throw new Error(parsed.problems.join(" "));
  return parsed.options;
}

function hashes(path: string): Record<string, string> {
  const names = readdirSync(path).sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(path, name)))
        .digest("hex"),
    ]),
  );
}

const sum = (counts: Readonly<Record<string, number>>, keys: readonly string[]): number =>
  keys.reduce((all, key) => all + (counts[key] ?? 0), 0);

let summary: SeedSummary;
let census: Census;
beforeAll(async () => {
  summary = await generateSeeds(options({ out: folder("csv") }));
  census = takeCensus(folder("csv"));
});
afterAll(() => rmSync(root, { recursive: true }));

describe("the sample's totals at the end of 2022-06-30, counted from the files", () => {
  const at = (figure: number): number => Math.round(figure / SCALE);

  it("are the official figures divided by the scale", () => {
    expect(census).toMatchObject({
      dosesRecorded: at(MID_2022.dosesRecorded),
      dosesSent: at(MID_2022.dosesSent),
      subjectsSent: at(MID_2022.subjectsSent),
      certificates: at(ASSUMED.certificatesSigned),
    });
    expect(census.dosesAdministered - census.dosesRecorded).toBe(at(MID_2022.dosesNotEntered));
    expect(sum(census.subjectsByState, WRONG_CLASSES)).toBe(at(MID_2022.subjectsWrong));
    expect(sum(census.dosesByState, WRONG_CLASSES)).toBe(at(MID_2022.dosesWrong));
  });

  it("agree class by class, to the rounding", () => {
    for (const wrong of WRONG_CLASSES) {
      const exact = MID_2022.subjectsWrongByClass[wrong] / SCALE;
      expect(Math.abs((census.subjectsByState[wrong] ?? 0) - exact), wrong).toBeLessThan(1);
    }
    const { states } = nationalTargets(SCALE);
    for (const { state, subjects, doses } of states.filter((target) => target.state !== "not_sent")) {
      expect(census.subjectsByState[state] ?? 0, state).toBe(subjects);
      expect(census.dosesByState[state] ?? 0, state).toBe(doses);
    }
    expect(census.subjectsRecorded - census.subjectsSent).toBe(
      states.find(({ state }) => state === "not_sent")?.subjects,
    );
  });

  it("stand beside rows that a loader must refuse", () => {
    expect(census.rejectedRows).toBeGreaterThan(census.dosesRecorded * 0.005);
    expect(census.rejectedRows).toBeLessThan(census.dosesRecorded * 0.05);
  });
});

describe("the weeks after the baseline", () => {
  const toClean = [...WRONG_CLASSES, ...UNVERIFIABLE_CLASSES];

  it("bring the sample close to the April report", () => {
    const april = takeCensus(folder("csv"), "2022-04-05");
    expect((april.subjectsSent * SCALE) / 82_299_012).toBeCloseTo(1, 2);
    expect((april.dosesRecorded * SCALE) / 198_674_948).toBeCloseTo(1, 1);
    expect((sum(april.subjectsByState, toClean) * SCALE) / (15_963_242 + 2_061_641)).toBeCloseTo(1, 1);
    expect(april.dosesAdministered * SCALE).toBeGreaterThan(205_000_000);
  });

  it("cleanse a part of the cohort while newcomers arrive", () => {
    const baseline = takeCensus(folder("csv"), "2022-03-24");
    const before = sum(baseline.subjectsByState, toClean) * SCALE;
    expect(before).toBeGreaterThan(18_500_000);
    expect(before).toBeLessThan(19_500_000);
    expect(sum(census.subjectsByState, toClean) * SCALE).toBeLessThan(before * 0.97);
  });
});

describe("the sample's rows", () => {
  it("carry the label of sample data, all of them", () => {
    const ofPeople = /^(doses|verifications|certificates|administered|population)/u;
    for (const name of readdirSync(folder("csv")).filter((file) => file.endsWith(".csv"))) {
      const label = ofPeople.test(name) ? `mau 1/${SCALE}` : "mau 1/1";
      const unlabelled = readTable(join(folder("csv"), name)).filter((row) => !row["?"] && row.du_lieu_mau !== label);
      expect(unlabelled, name).toEqual([]);
      const lines = readFileSync(join(folder("csv"), name), "utf8")
        .trimEnd()
        .split(/\r?\n/u)
        .slice(1);
      expect(
        lines.filter((line) => !line.endsWith(label)),
        name,
      ).toEqual([]);
    }
    expect(JSON.parse(readFileSync(join(folder("csv"), "sample.json"), "utf8"))).toMatchObject({
      sample: true,
      scale: SCALE,
      seed: "2022",
      asOf: "2022-06-30",
    });
  });

  it("hold every kind of dirt", () => {
    const kinds = [...Object.keys(REJECTED_DIRT), ...Object.keys(SHAPE_DIRT), ...Object.keys(ACCEPTED_DIRT)];
    expect(kinds.filter((kind) => !summary.dirt[kind])).toEqual([]);
    const ofReports = Object.entries(reportSeeds).flatMap(([file, { dirt }]) =>
      Object.keys({ ...dirt?.kept, ...dirt?.refused }).map((kind) => `${file}.${kind}`),
    );
    expect(ofReports.length).toBeGreaterThan(30);
    for (const file of ["resources", "connections"]) {
      ofReports.push(`${file}.facility_unknown`, `${file}.commune_unknown`, `${file}.province_only`);
    }
    expect(ofReports.filter((kind) => !summary.dirt[kind])).toEqual([]);
  });

  it("give no ID number to two people", () => {
    const owners = new Map<string, string>();
    for (const { so_cccd = "", ma_doi_tuong = "" } of doseTables(folder("csv"))) {
      if (!/^\d{9}$|^\d{12}$/u.test(so_cccd) || !ma_doi_tuong.trim() || so_cccd.startsWith("999")) continue;
      expect(owners.get(so_cccd) ?? ma_doi_tuong).toBe(ma_doi_tuong);
      owners.set(so_cccd, ma_doi_tuong);
    }
    expect(owners.size).toBeGreaterThan(0);
  });

  it("name communes, districts and facilities that exist, but for the few made unknown", async () => {
    const { oldCommunes } = await readPackagedUnits();
    const districtOf = new Map(oldCommunes.map(({ code, parentCode }) => [code, parentCode]));
    const facilities = readTable(join(folder("csv"), "facilities.csv"));
    expect(facilities.filter(({ ma_xa }) => ma_xa && !districtOf.has(ma_xa))).toHaveLength(
      summary.dirt["facilities.commune_unknown"] ?? 0,
    );
    const isPlain = ({ ma_xa = "", ma_huyen }: Row): boolean => districtOf.get(ma_xa) === ma_huyen;
    const rows = doseTables(folder("csv")).filter((row) => !row["?"]);
    expect(rows.filter((row) => !isPlain(row)).length).toBeLessThan(rows.length * 0.01);
  });
});

describe("generateSeeds", () => {
  it("writes the same bytes for the same seed, other bytes for another", async () => {
    const small = { scale: 20_000 };
    await generateSeeds(options({ ...small, out: folder("a") }));
    await generateSeeds(options({ ...small, out: folder("b") }));
    await generateSeeds(options({ ...small, out: folder("c"), seed: "2023" }));
    expect(hashes(folder("b"))).toEqual(hashes(folder("a")));
    // Targets are a plan: the same for every country that is drawn.
    const plans = ["sample.json", "targets-sample.csv"];
    for (const file of readdirSync(folder("a")).filter((name) => !plans.includes(name))) {
      expect(hashes(folder("c"))[file]).not.toBe(hashes(folder("a"))[file]);
    }
  });

  it("writes the same bytes under another locale and time zone", async () => {
    await generateSeeds(options({ scale: 20_000, out: folder("here") }));
    const main = join(import.meta.dirname, "main.ts");
    await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", main, "--scale", "20000", "--out", folder("there")],
      { env: { ...process.env, TZ: "America/New_York", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" } },
    );
    expect(hashes(folder("there"))).toEqual(hashes(folder("here")));
  });

  it("takes no more memory for twenty times the rows", async () => {
    const peak = async (scale: number): Promise<number> => {
      const script = `
        import { generateSeeds } from ${JSON.stringify(join(import.meta.dirname, "generateSeeds.ts"))};
        import { parseSeedOptions } from ${JSON.stringify(join(import.meta.dirname, "seedOptions.ts"))};
        const { options } = parseSeedOptions({ scale: ${scale}, out: ${JSON.stringify(folder(`memory-${scale}`))} });
        await generateSeeds(options);
        process.stdout.write(String(process.resourceUsage().maxRSS));`;
      const args = ["--import", "tsx", "--input-type=module", "-e", script];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      rmSync(folder(`memory-${scale}`), { recursive: true });
      return Number(stdout) / 1024;
    };
    const small = await peak(10_000);
    expect(await peak(500)).toBeLessThan(small + 120);
  });

  it("writes only the files asked for", async () => {
    const { files } = await generateSeeds(
      options({ scale: 1, out: folder("few"), only: ["population", "facilities"] }),
    );
    expect(files.map(({ name }) => name)).toEqual(["facilities.csv", "population.csv"]);
  });

  it("writes one file of doses per province where the sample is large", () => {
    mkdirSync(folder("many"));
    const files = new SampleFiles(options({ scale: 49, out: folder("many") }));
    for (const code of ["01", "79"]) files.openProvince(code).doses.write([`dose of ${code}`]);
    expect(files.close()).toEqual([
      { name: "verifications.csv", rows: 0 },
      { name: "certificates.csv", rows: 0 },
      { name: "doses-01.csv", rows: 1 },
      { name: "doses-79.csv", rows: 1 },
    ]);
    expect(readFileSync(join(folder("many"), "doses-79.csv"), "utf8")).toContain("\ndose of 79\n");
  });

  it("writes Parquet with the same totals", async () => {
    const { files } = await generateSeeds(options({ scale: 20_000, out: folder("parquet"), format: "parquet" }));
    expect(files.every(({ name }) => name.endsWith(".parquet"))).toBe(true);
    const rows = await parquetReadObjects({
      file: await asyncBufferFromFile(join(folder("parquet"), "doses.parquet")),
    });
    expect(rows.length).toBe(files.find(({ name }) => name === "doses.parquet")?.rows);
    const people = new Set(rows.map((row) => row.ma_doi_tuong).filter((person) => String(person).trim() !== ""));
    const { states } = nationalTargets(20_000);
    expect(people.size).toBe(states.reduce((all, { subjects }) => all + subjects, 0));
    expect(rows.every((row) => row.du_lieu_mau === "mau 1/20000")).toBe(true);
  });
});

describe("options", () => {
  it("say what is wrong", () => {
    const parsed = parseSeedOptions({ scale: "0", out: "x", format: "xml", only: ["dozes"] });
    expect("problems" in parsed && parsed.problems.join("\n")).toMatch(
      /--scale: at least 1[\s\S]*--format[\s\S]*--only/u,
    );
  });
});
