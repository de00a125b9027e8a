import type { AnswerRow } from "../answer/askCube.ts";
import { areaDimension } from "../areas/areaDimension.ts";
import type { Level } from "../areas/areaIndex.ts";
import { badRequest } from "../failures/errors.ts";
import { sourcesBehind } from "../question/sourcesBehind.ts";
import { type Cell, cellQuery, rewriteCell } from "./cell.ts";
import { findMeasure, type LineageEffects } from "./readLineage.ts";
import { type LoadBehind, readPublicationsBetween } from "./readLoads.ts";

/** Two states of knowledge to compare, over all units of one level or the cell's own. */
export interface RestatementRequest {
  readonly cell: Cell;
  /** Days or publications, as `as_known_on` takes them. */
  readonly knownFrom: string;
  readonly knownTo: string;
  /** Each unit of this level under the cell's area; undefined: the area as a whole. */
  readonly by: Exclude<Level, "nation"> | undefined;
  readonly granularity: "day" | "week" | "month" | "quarter" | "year" | undefined;
}

/** One figure of an answer: "area code ~ day". */
type Figures = ReadonlyMap<string, string | null>;

export interface Change {
  readonly publication: LoadBehind;
  readonly old: string | null;
  readonly new: string | null;
}

const differ = (a: Figures, b: Figures): boolean =>
  [...new Set([...a.keys(), ...b.keys()])].some((key) => (a.get(key) ?? null) !== (b.get(key) ?? null));

/**
 * What a measure showed at one time and shows at a later one, where the two differ, and which publications changed it. A change that
 * was taken back between the two is not seen: only what differs is looked into.
 */
export const readRestatements = async (request: RestatementRequest, effects: LineageEffects) => {
  const { cell, by, granularity } = request;
  const { limits } = effects;
  const measure = findMeasure(effects.model, cell.measure);
  const areaMember = by === undefined ? undefined : `${cell.view}.${areaDimension(cell.side, by)}`;
  const dateMember = `${cell.view}.date`;
  const queryAt = (known: string): object => ({
    ...cellQuery({ ...cell, known }, [cell.measure], areaMember === undefined ? [] : [areaMember]),
    ...(granularity === undefined ? {} : { timeDimensions: [{ dimension: dateMember, granularity }] }),
    // One more than can be compared: it tells that they are too many.
    limit: limits.figures + 1,
  });
  const keyOf = (row: AnswerRow): string =>
    `${areaMember === undefined ? cell.code : row[areaMember]}~${granularity === undefined ? "" : String(row[dateMember]).slice(0, 10)}`;
  const asked = new Map<number, Promise<Figures>>();
  const figuresAt = (publication: number): Promise<Figures> => {
    const known = asked.get(publication);
    if (known !== undefined) return known;
    if (asked.size >= limits.states) {
      const message = `More than ${limits.states} publications changed this figure.`;
      throw badRequest([{ field: "known_from", message, fix: "a shorter time from known_from to known_to" }]);
    }
    const figures = effects.ask(queryAt(`p${publication}`)).then((rows) => {
      if (rows.length > limits.figures) {
        const message = `These are more than ${limits.figures} figures.`;
        throw badRequest([{ field: "by", message, fix: "by=province, a coarser granularity, or a shorter range" }]);
      }
      return new Map(
        rows.map((row) => [keyOf(row), row[cell.measure] === null ? null : String(row[cell.measure])] as const),
      );
    });
    asked.set(publication, figures);
    return figures;
  };
  const publicationOf = async (known: string, parameter: string): Promise<number> =>
    (await rewriteCell({ ...cell, known }, effects, parameter)).question.publicationNumber;
  const [after, until] = await Promise.all([
    publicationOf(request.knownFrom, "known_from"),
    publicationOf(request.knownTo, "known_to"),
  ]);
  if (until < after) {
    const message = `${request.knownTo} (p${until}) is before ${request.knownFrom} (p${after}).`;
    const fix = `known_from=${request.knownTo}&known_to=${request.knownFrom}`;
    throw badRequest([{ field: "known_to", message, fix }]);
  }
  const jobs = await sourcesBehind(cell.view);
  const publications = await readPublicationsBetween(effects.warehouse, { after, until, jobs });

  const changes = new Map<string, Change[]>();
  const steps = [after, ...publications.map(({ publicationNumber }) => publicationNumber)];
  /** Halves the publications between two steps until single ones are left that changed something. */
  const look = async (first: number, last: number): Promise<void> => {
    const [before, now] = await Promise.all([figuresAt(steps[first] ?? after), figuresAt(steps[last] ?? until)]);
    if (first === last || !differ(before, now)) return;
    const publication = publications[last - 1];
    if (last - first === 1 && publication !== undefined) {
      for (const key of new Set([...before.keys(), ...now.keys()])) {
        const [old, current] = [before.get(key) ?? null, now.get(key) ?? null];
        if (old !== current) changes.set(key, [...(changes.get(key) ?? []), { publication, old, new: current }]);
      }
      return;
    }
    const middle = Math.floor((first + last) / 2);
    await look(first, middle);
    await look(middle, last);
  };
  await look(0, steps.length - 1);

  const [before, now] = await Promise.all([figuresAt(after), figuresAt(steps[steps.length - 1] ?? after)]);
  const areas = await effects.readAreas();
  return {
    measure: {
      name: measure.name,
      titleVi: measure.shortTitle,
      titleEn: measure.meta.title_en,
      unit: measure.meta.unit,
    },
    knownFrom: `p${after}`,
    knownTo: `p${until}`,
    publications: publications.length,
    restatements: [...changes].map(([key, steps]) => {
      const [code = "", date = ""] = key.split("~");
      return {
        code,
        name: areas.get(cell.structure, by ?? cell.level, code)?.fullName ?? null,
        date: date === "" ? null : date,
        old: before.get(key) ?? null,
        new: now.get(key) ?? null,
        changes: steps,
      };
    }),
  };
};
