import { readdir, readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { sourceNames } from "../warehouse/sources/sources.ts";
import { compileModel, type ModelView } from "./compileModel.ts";
import { renderDashboardTypes } from "./renderDashboardTypes.ts";
import { renderMetricsDoc } from "./renderMetricsDoc.ts";
import { renderPermissionsDoc } from "./renderPermissionsDoc.ts";
import { viewAccess } from "./server/access/viewAccess.ts";
import { sourcesBehind } from "./server/question/sourcesBehind.ts";
import { views as viewSources } from "./server/question/views.ts";

let views: ModelView[];
beforeAll(async () => {
  views = await compileModel();
});

const readText = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), "utf8");

describe("generated files are those of the model (else: npm run docs)", () => {
  it("docs/metrics.md", async () => {
    expect(await readText("../docs/metrics.md")).toBe(renderMetricsDoc(views));
  });

  it("docs/permissions.md", async () => {
    expect(await readText("../docs/permissions.md")).toBe(renderPermissionsDoc());
  });

  it("the dashboard's types and catalogues, of every view and of no other", async () => {
    const files = renderDashboardTypes(views);
    expect((await readdir(new URL("../dashboard/api/", import.meta.url))).sort()).toEqual([...files.keys()].sort());
    for (const [name, content] of files) expect(await readText(`../dashboard/api/${name}`)).toBe(content);
  });
});

describe("the catalogue", () => {
  const vaccination = (): ModelView => {
    const view = views.find(({ name }) => name === "vaccination");
    if (view === undefined) throw new Error("There is no view vaccination");
    return view;
  };

  it("shows the views that the server knows, and no other", () => {
    expect(views.map(({ name }) => name).sort()).toEqual(Object.keys(viewSources).sort());
  });

  it("has a permission for every view, and names as open only dimensions that there are", () => {
    expect(Object.keys(viewAccess).sort()).toEqual(views.map(({ name }) => name).sort());
    for (const { name, dimensions } of views) {
      const { open = [] } = viewAccess[name] ?? {};
      const known = dimensions.map((dimension) => dimension.name);
      if (typeof open !== "string")
        expect(known).toEqual(expect.arrayContaining(open.map((each) => `${name}.${each}`)));
    }
  });

  it("knows from a view's SQL, through the warehouse's own views, which sources can change its figures", async () => {
    const behind = async (view: string): Promise<string[]> => (await sourcesBehind(view)).sort();
    expect(await behind("payments")).toEqual(["areas", "facilities", "payments"]);
    expect(await behind("services")).toEqual(["areas", "claims", "facilities", "population", "resources", "services"]);
    expect(await behind("vaccination")).toEqual([
      ...["administered", "areas", "certificates", "doses", "facilities", "population", "rebuild", "verifications"],
    ]);
    expect(await behind("targets")).toEqual(
      expect.arrayContaining(["codes", "facilities", "indicators", "rebuild", "targets"]),
    );
    expect(await behind("reconciliation")).toEqual(
      expect.arrayContaining(["official_totals", "reconciliation_rules", "verifications"]),
    );
    expect(await behind("data_quality")).toEqual([...sourceNames, "rebuild"].sort());
  });

  it("has rates that are quotients of measures of their own view", () => {
    for (const view of views) {
      const names = new Set(view.measures.map(({ name }) => name.replace(`${view.name}.`, "")));
      for (const measure of view.measures.filter(({ meta }) => meta.unit === "percent")) {
        expect([measure.name, measure.meta.additive]).toEqual([measure.name, false]);
        const parts = `${measure.meta.numerator} - ${measure.meta.denominator}`.split(" - ");
        for (const part of parts) expect([measure.name, part, names.has(part)]).toEqual([measure.name, part, true]);
      }
    }
  });

  it("says of every view what was known when", () => {
    for (const view of views) {
      const names = view.dimensions.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([`${view.name}.date`, `${view.name}.as_known_on`]));
    }
  });

  it("names the programme's target with its legal basis", () => {
    const progress = vaccination().measures.find(({ name }) => name === "vaccination.cleansing_progress");
    expect(progress?.meta.target).toMatchObject({ value: 1, legal_basis: expect.stringContaining("2491/QĐ-BYT") });
  });
});
