import { expect, it } from "vitest";
import { aFrame } from "../../testing/aStand.ts";
import { prepareStand } from "./prepareStand.ts";
import { subjects } from "./subjects.ts";

const resources = subjects.find(({ page }) => page === "resources");
if (!resources) throw new Error("no subject has the page resources");
const rate = resources.figure(aFrame)?.card.measure ?? "";
const loaded = new Map([["resources", "2022-06-30"]]);
const columns = { level: "province", code: "code", name: "name" } as const;
const rows = { frame: aFrame, current: { [rate]: 0.4 }, previous: { [rate]: 0.5 }, history: [] };
const stand = (answers: Partial<Parameters<typeof prepareStand>[1]>) =>
  prepareStand(resources, { rows, parts: undefined, newestDays: loaded, targets: undefined, ...answers });
const partsOf = (...shares: (number | null)[]) => ({
  ...{ frame: aFrame, columns },
  parts: shares.map((share, index) => ({ code: `0${index}`, name: `Tỉnh ${index}`, [rate]: share })),
});

it("puts a subject's figure, its change and its units together", () => {
  const told = stand({ parts: partsOf(0.2, 0.6) });
  expect([told?.kpi.value, told?.kpi.change?.difference]).toEqual([0.4, expect.closeTo(-0.1)]);
  expect(told?.parts?.ranking.areas.map(({ name }) => name)).toEqual(["Tỉnh 1", "Tỉnh 0"]);
  expect(told?.dataTime).toBe("2022-06-30");
});

it("is missing, not zero, where its source was never loaded, whatever the answers count", () => {
  const told = stand({ newestDays: new Map(), rows: { ...rows, current: { [rate]: 0 } }, parts: partsOf(0, 0) });
  expect([told?.kpi.value, told?.kpi.change, told?.dataTime, told?.parts]).toEqual([null, null, null, null]);
});

it("stands without change or units where there is one answer only, and shows units without figures", () => {
  const alone = stand({ rows: { ...rows, previous: undefined } });
  expect([alone?.kpi.value, alone?.kpi.change, alone?.parts]).toEqual([0.4, null, null]);
  const silent = stand({ parts: partsOf(null, null) });
  expect(silent?.parts?.ranking.areas.map(({ value }) => value)).toEqual([null, null]);
});

it("takes no units of another scene: they came late, for the area looked at before", () => {
  const before = { ...partsOf(0.2), frame: { ...aFrame, asOf: "2022-05-31" } };
  expect(stand({ parts: before })?.parts).toBeNull();
});
