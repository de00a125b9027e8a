import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everySubjectData } from "../tests/golden/loadEverySubject.ts";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import type { ExpandedMember } from "./expand/expandMembers.ts";
import { expandedView, readModel } from "./expand/readModel.ts";
import { preparations } from "./server/answer/preparations.ts";
import { hiddenMembers } from "./server/question/hiddenMembers.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, type Row } from "./testing/askCube.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: everySubjectData });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
}, 300_000);

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

/** April to June 2022, what the golden scenarios tell of. */
const dateRange = ["2022-04-01", "2022-06-30"];

type Value = Row[string];
/** "measure at row" to the figure, floats to eleven digits, as they add up in any order; what is missing is left out. */
type Figures = Record<string, Value>;

const asked = async (view: string, measures: readonly string[], dimensions: readonly string[]): Promise<Figures> => {
  const rows = await ask(server.url, { view, measures: [...measures], dimensions: [...dimensions], dateRange });
  return Object.fromEntries(
    rows.flatMap((row) => {
      const key = JSON.stringify(dimensions.map((name) => row[name] ?? null));
      return measures.flatMap((name): [string, Value][] => {
        const value = row[name] ?? null;
        if (value === null) return [];
        return [[`${name} at ${key}`, typeof value === "number" ? Number(value.toPrecision(11)) : value]];
      });
    }),
  );
};

const only = (figures: Figures, measures: readonly string[]): Figures =>
  Object.fromEntries(
    Object.entries(figures).filter(([name]) => measures.includes(name.slice(0, name.indexOf(" at ")))),
  );

const drawn = <T>(items: readonly T[], count: number): T[] =>
  fc
    .sample(fc.shuffledSubarray([...items], { minLength: items.length }), 1)
    .flat()
    .slice(0, count);

/**
 * Members that the server answers from the same rows when each is asked by itself. Asked together they still are, so that one question tells of
 * each of them alone.
 */
const alike = (view: string, members: readonly ExpandedMember[]): string[][] => {
  const groups = new Map<string, string[]>();
  for (const { name } of members) {
    const rows = JSON.stringify(hiddenMembers(expandedView(view), [`${view}.${name}`]));
    groups.set(rows, [...(groups.get(rows) ?? []), name]);
  }
  return [...groups.values()];
};

/** People are the denominator of every type of equipment, and are not to be added up over types. */
const standsForEachType = ["people_represented"];

describe.each(Object.keys(readModel().views))("%s", (view) => {
  const { measures, dimensions } = expandedView(view);
  const everyMeasure = measures.map(({ name }) => name);
  // What is prepared for a view may follow the measures of the question: there each is asked alone.
  const groups = view in preparations ? everyMeasure.map((name) => [name]) : alike(view, measures);
  const classes = alike(view, dimensions);

  const expectSame = async (
    together: Figures,
    parts: readonly (readonly string[])[],
    by: readonly string[],
  ): Promise<void> => {
    const told = await Promise.all(parts.map((part) => asked(view, part, by)));
    parts.forEach((part, i) => {
      expect(told[i], `${part.join(", ")} by ${by.join(", ")}`).toEqual(only(together, part));
    });
  };

  it("tells each measure alone, and in pairs, as beside all others", async () => {
    const together = await asked(view, everyMeasure, []);
    await expectSame(together, groups, []);
    await expectSame(together, [drawn(everyMeasure, 1), drawn(everyMeasure, 2), drawn(everyMeasure, 2)], []);
  }, 300_000);

  it("does so by its dimensions, which add up from the finest rows", async () => {
    const finest = await ask(server.url, {
      ...{ view, dateRange, measures: everyMeasure, dimensions: dimensions.map(({ name }) => name) },
    });
    // A difference is told only where both of its parts are, and parts may be told at different grains.
    const additive = measures.filter(
      ({ name, definition: { meta } }) =>
        meta.additive === true &&
        !/ [-+] /.test(String(meta.numerator)) &&
        !(dimensions.some((each) => each.name === "equipment_type") && standsForEachType.includes(name)),
    );
    for (const by of classes) {
      const together = await asked(view, everyMeasure, by);
      const [group = []] = drawn(groups, 1);
      await expectSame(together, [drawn(group, 1), drawn(everyMeasure, 2)], by);
      for (const { name } of additive) {
        const sums = new Map<string, number>();
        for (const row of finest) {
          const key = `${name} at ${JSON.stringify(by.map((each) => row[each] ?? null))}`;
          if (row[name] !== null) sums.set(key, (sums.get(key) ?? 0) + Number(row[name]));
        }
        // What is told of a province only is missing below it.
        const rounded = Object.fromEntries([...sums].map(([key, sum]) => [key, Number(sum.toPrecision(11))]));
        if (sums.size > 0) expect(rounded, `${name} by ${by.join(", ")}`).toEqual(only(together, [name]));
      }
    }
  }, 300_000);
});
