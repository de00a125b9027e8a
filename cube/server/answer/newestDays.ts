import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { Day } from "../question/periodPoints.ts";
import { views } from "../question/views.ts";
import type { PrepareEffects } from "./preparation.ts";

/** The newest day, not after a point in time, that a view has data of. */
export interface ViewPoint {
  readonly view: string;
  readonly point: Day;
  readonly day: Day;
}

/** The earlier of two days. */
export const earlierDay = (one: Day, other: Day): Day => (one.localeCompare(other) < 0 ? one : other);

const newestRow = z.object({ day: z.string() });
const storedRow = z.object({ member: z.string(), point: z.string() });

/** Undefined without facts. */
const readNewestDay = async (
  { warehouse }: PrepareEffects,
  view: string,
  publicationNumber: number,
): Promise<Day | undefined> => {
  const [row] = await warehouse.query(
    `SELECT if(count() = 0, '', toString(max(last_date))) AS day FROM mart.load_periods
     WHERE job IN {jobs:Array(String)} AND last_date > toDate(0)
       AND known_from <= {publication:UInt64} AND known_until > {publication:UInt64}`,
    { params: { jobs: [...(views[view]?.jobs ?? [])], publication: publicationNumber }, schema: newestRow },
  );
  return row?.day === "" ? undefined : row?.day;
};

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Member "view.date" to its value, the day's number since 1970, as it stands beside the measures' values. */
const store = async (warehouse: Warehouse, publicationNumber: number, points: readonly ViewPoint[]): Promise<void> => {
  const stored = await warehouse.query(
    `SELECT DISTINCT measure AS member, toString(day) AS point FROM mart.agg_measure_values
     WHERE publication_number = {publication:UInt64} AND endsWith(measure, '.date') AND computed_at > now() - INTERVAL 29 DAY`,
    { params: { publication: publicationNumber }, schema: storedRow },
  );
  const known = new Set(stored.map(({ member, point }) => `${member} ${point}`));
  const rows = points
    .filter(({ view, point }) => !known.has(`${view}.date ${point}`))
    .map(({ view, point, day }) => ({
      ...{ publication_number: publicationNumber, measure: `${view}.date`, filter_member: "", filter_values: [] },
      ...{ period_start: "1970-01-01", day: point, structure_code: 0, area_level: "nation", area_code: "VN" },
      value: dayNumber(day),
    }));
  if (rows.length === 0) return;
  const lines = rows.map((row) => JSON.stringify(row)).join("\n");
  await warehouse.insertStream("INSERT INTO mart.agg_measure_values FORMAT JSONEachRow", [Buffer.from(lines)]);
};

/** Tells, and stores in mart.agg_measure_values, the newest day of each view at each point in time; none for a view without facts. */
export const ensureNewestDays = async (
  names: readonly string[],
  points: readonly Day[],
  publicationNumber: number,
  effects: PrepareEffects,
): Promise<ViewPoint[]> => {
  const newest = await Promise.all(
    names.map(async (view) => {
      const last = await readNewestDay(effects, view, publicationNumber);
      return last === undefined ? [] : points.map((point) => ({ view, point, day: earlierDay(point, last) }));
    }),
  );
  await store(effects.warehouse, publicationNumber, newest.flat());
  return newest.flat();
};
