import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { compileModel, type ModelView } from "./compileModel.ts";
import { renderDashboardTypes } from "./renderDashboardTypes.ts";
import { renderMetricsDoc } from "./renderMetricsDoc.ts";

let views: ModelView[];
beforeAll(async () => {
  views = await compileModel();
});

const readText = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), "utf8");

describe("generated files are those of the model (else: npm run docs)", () => {
  it("docs/metrics.md", async () => {
    expect(await readText("../docs/metrics.md")).toBe(renderMetricsDoc(views));
  });

  it("the dashboard's types", async () => {
    for (const view of views) {
      expect(await readText(`../dashboard/api/${view.name}.generated.ts`)).toBe(renderDashboardTypes(view));
    }
  });
});

describe("the catalogue", () => {
  const vaccination = (): ModelView => {
    const view = views.find(({ name }) => name === "vaccination");
    if (view === undefined) throw new Error("There is no view vaccination");
    return view;
  };

  it("shows one view, whose rates are quotients of its own measures", () => {
    expect(views.map(({ name }) => name)).toEqual(["vaccination"]);
    const names = new Set(vaccination().measures.map(({ name }) => name.replace("vaccination.", "")));
    for (const measure of vaccination().measures.filter(({ meta }) => meta.unit === "percent")) {
      expect(measure.meta.additive).toBe(false);
      const parts = `${measure.meta.numerator} - ${measure.meta.denominator}`.split(" - ");
      for (const part of parts) expect([measure.name, part, names.has(part)]).toEqual([measure.name, part, true]);
    }
  });

  it("names the programme's target with its legal basis", () => {
    const progress = vaccination().measures.find(({ name }) => name === "vaccination.cleansing_progress");
    expect(progress?.meta.target).toMatchObject({ value: 1, legal_basis: expect.stringContaining("2491/QĐ-BYT") });
  });
});
