import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everySubjectData } from "../tests/golden/loadEverySubject.ts";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { readModel } from "./expand/readModel.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask } from "./testing/askCube.ts";
import { type BaseFacts, type Cut, type Figures, readBaseFacts } from "./testing/baseFacts/baseFacts.ts";
import { figuresOf, lastDay } from "./testing/baseFacts/figuresOf.ts";
import { peopleOf } from "./testing/baseFacts/peopleOf.ts";

let warehouse: TestWarehouse;
let server: RunningServer;
let facts: BaseFacts;

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: everySubjectData });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
  facts = await readBaseFacts(warehouse);
}, 300_000);

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

interface Area {
  readonly member?: string;
  readonly value?: string;
}
const province = fc.record({
  member: fc.constantFrom("then_province_code", "now_province_code"),
  value: fc.constantFrom("01", "79"),
});
const district = fc.record({ member: fc.constant("then_district_code"), value: fc.constantFrom("001", "760") });
const commune = fc.record({
  member: fc.constantFrom("then_commune_code", "now_commune_code"),
  value: fc.constantFrom("00001", "00004", "26734", "79?"),
});
const area: fc.Arbitrary<Area> = fc.oneof(fc.constant({}), province, district, commune);
const day = fc.constantFrom(
  ...["2022-03-01", "2022-03-24", "2022-03-31", "2022-04-10", "2022-04-30", "2022-05-15", "2022-05-31", "2022-06-15"],
  ...["2022-06-21", "2022-06-30"],
);
/** The end of the data, and what is known today, are asked for more often than others. */
const drawn = fc.record({
  area,
  days: fc.tuple(day, fc.oneof(fc.constant("2022-06-30"), day)).map((both) => [...both].sort()),
  back: fc.oneof(fc.constant(0), fc.nat()),
});

/** How many questions each view is asked; each asks all its measures. */
const runs = 5;
/** The same draws in every run: a failure comes from the change at hand. Change both to try others. */
const seed = 20_220_630;

const close = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(10)) : value);
const rounded = (figures: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, close(value)]));

/** Everything missing: no day of the range has data. */
const nothing = (figures: Figures): Figures => Object.fromEntries(Object.keys(figures).map((name) => [name, null]));

describe("figures counted over the base facts", () => {
  it("are there for every measure of every view", () => {
    expect(Object.keys(figuresOf).sort()).toEqual(Object.keys(readModel().views).sort());
    const cut: Cut = { from: "2022-04-01", to: "2022-06-30", publication: 1000, holds: () => true };
    for (const [view, figures] of Object.entries(figuresOf)) {
      const measures = readModel().views[view]?.measures.map(({ name }) => name) ?? [];
      expect([view, Object.keys(figures(facts, cut, 3000)).sort()]).toEqual([view, [...measures].sort()]);
    }
  });

  it.each(Object.keys(figuresOf))(
    "are what %s answers, of any area, days and publication",
    async (view) => {
      const dimensions = readModel().views[view]?.dimensions.map(({ name }) => name) ?? [];
      await fc.assert(
        fc.asyncProperty(drawn, async ({ area: { member, value }, days: [from = "", until = ""], back }) => {
          const publication = facts.publications.at(-1 - (back % facts.publications.length)) ?? 0;
          // Rows of files count at places that only findings and facts together give: by place they are counted in data_quality.test.ts.
          const isPlaced =
            view !== "data_quality" && member !== undefined && value !== undefined && dimensions.includes(member);
          const holds = (place: number): boolean => !isPlaced || facts.placeOf(place)?.text(member) === value;
          const reach = lastDay(facts, view, publication);
          const to = reach !== undefined && reach < until ? reach : until;
          const cut: Cut = { from, to, publication, holds };
          // Where people are known of a province alone, these two views count them at its unknown commune; a rate's view does not.
          const atUnknown = ["vaccination", "population"].includes(view);
          const byCommune = isPlaced && !member.endsWith("_province_code") && !atUnknown;
          const people = peopleOf(facts, cut, byCommune ? "commune" : "province");
          const counted = figuresOf[view]?.(facts, cut, people) ?? {};
          const expected = reach === undefined || to < from ? nothing(counted) : counted;
          const filter = (name: string, text: string) => ({ member: name, operator: "equals", values: [text] });
          const [answered] = await ask(server.url, {
            ...{ view, measures: Object.keys(counted), dateRange: [from, until] },
            filters: [filter("as_known_on", `p${publication}`), ...(isPlaced ? [filter(member, value)] : [])],
          });
          expect(rounded(answered ?? {})).toEqual(rounded(expected));
        }),
        { numRuns: runs, seed },
      );
    },
    300_000,
  );
});
