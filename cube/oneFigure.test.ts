import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { everySubjectData } from "../tests/golden/loadEverySubject.ts";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import type { ExpandedMember } from "./expand/expandMembers.ts";
import { expandedView, readModel } from "./expand/readModel.ts";
import { preparations } from "./server/answer/preparations.ts";
import { hiddenMembers } from "./server/question/hiddenMembers.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, type Row } from "./testing/askCube.ts";
import { publish, writeRows } from "./testing/changes.ts";

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

/** April to June 2022, the days of the golden scenarios. */
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

  it("answers each measure alone, and in pairs, as beside all others", async () => {
    const together = await asked(view, everyMeasure, []);
    await expectSame(together, groups, []);
    await expectSame(together, [drawn(everyMeasure, 1), drawn(everyMeasure, 2), drawn(everyMeasure, 2)], []);
  }, 300_000);

  it("does so by its dimensions, which add up from the finest rows", async () => {
    const finest = await ask(server.url, {
      ...{ view, dateRange, measures: everyMeasure, dimensions: dimensions.map(({ name }) => name) },
    });
    // A difference is given only where both of its parts are, and parts may be given at different grains.
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
        // What is known of a province only is missing below it.
        const rounded = Object.fromEntries([...sums].map(([key, sum]) => [key, Number(sum.toPrecision(11))]));
        if (sums.size > 0) expect(rounded, `${name} by ${by.join(", ")}`).toEqual(only(together, [name]));
      }
    }
  }, 300_000);
});

/** Measures of a view that the model says to be states: what targets ask of several days in one question. */
const statesOf = (view: string): string[] => {
  const { hidden, measures } = expandedView(view);
  return measures
    .filter(
      ({ name, asks }) =>
        !name.endsWith("_in_period") && (asks.kinds ?? []).every((kind) => hidden.kinds?.states?.includes(kind)),
    )
    .filter(({ definition }) => definition.meta.unit !== "date")
    .map(({ name }) => name);
};

// Last: it publishes targets of its own.
describe.each(["vaccination", "resources", "payments", "services", "connections", "public_services", "population"])(
  "targets of %s",
  (view) => {
    const names = statesOf(view);
    // Procedures belong to the whole country.
    const isNational = view === "public_services";
    /** Of connections each stream by itself, which is asked in one question too. */
    const streams = view === "connections" ? ["birth_certificate", "death_notice"] : [undefined];
    const codeOf = (name: string, stream: string | undefined): string => [view, name, stream ?? ""].join("-");
    const all = names.flatMap((name) => streams.map((stream) => ({ name, stream, code: codeOf(name, stream) })));

    const publishTargets = async (): Promise<void> => {
      const [last] = await warehouse.query("SELECT max(publication_number) AS number FROM ops.publications", {
        schema: z.object({ number: z.number() }),
      });
      const number = last?.number ?? 0;
      await writeRows(
        warehouse,
        "mart.dim_indicators",
        all.map(({ name, stream, code }) => ({
          ...{
            load_id: 900_000 + number,
            indicator_code: code,
            name_vi: code,
            name_en: code,
            measure: `${view}.${name}`,
          },
          ...{
            filter_member: stream === undefined ? "" : `${view}.stream`,
            filter_values: stream === undefined ? [] : [stream],
          },
          ...{ period: "as_of", better: "up", unit: "number" },
        })),
      );
      await writeRows(
        warehouse,
        "mart.fct_targets",
        all.map(({ code }) => ({
          ...{ load_id: 950_000 + number, target_code: code, indicator_code: code, place_key: 63_300_000 },
          ...{
            applies_to: isNational ? "area" : "provinces",
            valid_from: "2022-01-01",
            deadline: "2030-12-31",
            target_value: 1,
          },
          ...{ legal_basis: "QĐ", owner: "Cục A" },
        })),
      );
      const never = { firstDate: "1970-01-01", lastDate: "1970-01-01" };
      await publish(warehouse, { number: number + 1, loadId: 900_000 + number, job: "indicators", ...never });
      await publish(warehouse, { number: number + 2, loadId: 950_000 + number, job: "targets", ...never });
    };

    it("show what each measure tells by itself of the value's day and of 28 days before", async () => {
      await publishTargets();
      const rows = await ask(server.url, {
        ...{
          view: "targets",
          measures: ["current_value", "pace"],
          dimensions: ["target_code", "area_code", "value_date"],
        },
        filters: [{ member: "target_code", operator: "equals", values: all.map(({ code }) => code) }],
      });
      const day = String(rows.find(({ value_date }) => value_date !== "")?.value_date);
      const earlier = new Date(Date.parse(day) - 28 * 86_400_000).toISOString().slice(0, 10);
      const alone = async (to: string, stream: string | undefined): Promise<Map<string, Row>> => {
        const told = await ask(server.url, {
          ...{ view, measures: names, dimensions: isNational ? [] : ["now_province_code"] },
          filters: [
            { member: "date", operator: "beforeOrOnDate", values: [to] },
            ...(stream === undefined ? [] : [{ member: "stream", operator: "equals", values: [stream] }]),
          ],
        });
        return new Map(told.map((row) => [String(row.now_province_code ?? "VN"), row]));
      };
      const expected = await Promise.all(
        streams.map(async (stream) => ({
          stream,
          now: await alone(day, stream),
          before: await alone(earlier, stream),
        })),
      );
      const close = (value: Value | undefined): Value =>
        typeof value === "number" ? Number(value.toPrecision(9)) : (value ?? null);
      const found = new Map(
        rows.map((row) => [`${row.target_code} ${row.area_code}`, [close(row.current_value), close(row.pace)]]),
      );
      let told = 0;
      for (const { stream, now, before } of expected) {
        for (const area of new Set([...now.keys(), ...before.keys()].filter((code) => !code.endsWith("?")))) {
          for (const name of names) {
            const [value, was] = [now.get(area)?.[name] ?? null, before.get(area)?.[name] ?? null];
            const pace = value === null || was === null ? null : (Number(value) - Number(was)) / 28;
            if (value !== null) told += 1;
            const key = `${codeOf(name, stream)} ${area}`;
            expect([key, ...(found.get(key) ?? [])]).toEqual([key, close(value), close(pace)]);
          }
        }
      }
      expect(told).toBeGreaterThan(0);
    }, 300_000);
  },
);
