import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everySubjectData } from "../tests/golden/loadEverySubject.ts";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { readModel } from "./expand/readModel.ts";
import { views } from "./server/question/views.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask } from "./testing/askCube.ts";
import { type BaseFacts, type Cut, type Figures, readBaseFacts } from "./testing/baseFacts/baseFacts.ts";
import { connectionFigures } from "./testing/baseFacts/connectionFigures.ts";
import { paymentFigures } from "./testing/baseFacts/paymentFigures.ts";
import { peopleOf } from "./testing/baseFacts/peopleOf.ts";
import { publicServiceFigures } from "./testing/baseFacts/publicServiceFigures.ts";
import { resourceFigures } from "./testing/baseFacts/resourceFigures.ts";
import { serviceFigures } from "./testing/baseFacts/serviceFigures.ts";
import { taskFigures } from "./testing/baseFacts/taskFigures.ts";
import { vaccinationFigures } from "./testing/baseFacts/vaccinationFigures.ts";

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

const figuresOf: Readonly<Record<string, (facts: BaseFacts, cut: Cut, people: number | null) => Figures>> = {
  payments: paymentFigures,
  connections: connectionFigures,
  public_services: publicServiceFigures,
  resources: resourceFigures,
  services: serviceFigures,
  programme: taskFigures,
  population: (_, __, people) => ({
    population: people,
    population_of_all_groups: people,
    population_share: people === null ? null : 1,
  }),
  vaccination: (base, cut, people) =>
    vaccinationFigures(base, cut, people, {
      baseline: "2022-03-24",
      dosesKnownFrom: base.firstOf("doses") ?? Number.POSITIVE_INFINITY,
      certificatesKnownFrom: base.firstOf("certificates") ?? Number.POSITIVE_INFINITY,
    }),
};

/** Counted by hand in their own tests: data_quality.test.ts, targets.test.ts, reconciliation.test.ts. */
const countedElsewhere = ["data_quality", "targets", "reconciliation"];

interface Area {
  readonly member?: string;
  readonly value?: string;
}
const province = fc.record({
  member: fc.constantFrom("then_province_code", "now_province_code"),
  value: fc.constantFrom("01", "79"),
});
const commune = fc.record({
  member: fc.constant("then_commune_code"),
  value: fc.constantFrom("00001", "00004", "26734", "79?"),
});
const area: fc.Arbitrary<Area> = fc.oneof(fc.constant({}), province, commune);
const day = fc.constantFrom(
  ...["2022-03-01", "2022-03-24", "2022-03-31", "2022-04-10", "2022-04-30", "2022-05-15", "2022-05-31", "2022-06-15"],
  ...["2022-06-21", "2022-06-30"],
);
const drawn = fc.record({ area, days: fc.tuple(day, day).map((both) => [...both].sort()), known: fc.nat() });

/** How many questions each view is asked; each asks all its measures. */
const runs = 5;

const close = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(10)) : value);
const rounded = (figures: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, close(value)]));

/** Everything missing: no day of the range is told of. */
const nothing = (figures: Figures): Figures => Object.fromEntries(Object.keys(figures).map((name) => [name, null]));

describe("figures counted over the base facts", () => {
  it("are there for every measure of every view", () => {
    expect([...Object.keys(figuresOf), ...countedElsewhere].sort()).toEqual(Object.keys(readModel().views).sort());
    const cut: Cut = { from: "2022-04-01", to: "2022-06-30", publication: 1000, holds: () => true };
    for (const [view, figures] of Object.entries(figuresOf)) {
      const measures = readModel().views[view]?.measures.map(({ name }) => name) ?? [];
      expect([view, Object.keys(figures(facts, cut, 3000)).sort()]).toEqual([view, [...measures].sort()]);
    }
  });

  it.each(Object.keys(figuresOf))(
    "are what %s answers, of any area, days and publication",
    async (view) => {
      const hasPlaces = readModel().views[view]?.dimensions.some(({ name }) => name === "then_commune_code");
      await fc.assert(
        fc.asyncProperty(drawn, async ({ area: { member, value }, days: [from = "", until = ""], known }) => {
          const publication = facts.publications[known % facts.publications.length] ?? 0;
          const isPlaced = hasPlaces === true && member !== undefined && value !== undefined;
          const holds = (place: number): boolean => !isPlaced || facts.placeOf(place)?.text(member) === value;
          const told = facts.days(views[view]?.jobs ?? [], publication);
          const to = told !== undefined && told.last < until ? told.last : until;
          const cut: Cut = { from, to, publication, holds };
          const people = peopleOf(facts, cut, isPlaced && member === "then_commune_code" ? "commune" : "province");
          const counted = figuresOf[view]?.(facts, cut, people) ?? {};
          const expected = told === undefined || to < from ? nothing(counted) : counted;
          const filter = (name: string, text: string) => ({ member: name, operator: "equals", values: [text] });
          const [answered] = await ask(server.url, {
            ...{ view, measures: Object.keys(counted), dateRange: [from, until] },
            filters: [filter("as_known_on", `p${publication}`), ...(isPlaced ? [filter(member, value)] : [])],
          });
          expect(rounded(answered ?? {})).toEqual(rounded(expected));
        }),
        { numRuns: runs },
      );
    },
    300_000,
  );
});
