import type { Sentence } from "../job.ts";
import type { ColumnsOfJob } from "./matchColumns.ts";
import { createHeaderMatcher } from "./matchHeaders.ts";
import { refuseScaledUnits, refuseSource } from "./refuseSource.ts";
import type { JsonArray, JsonKeys, JsonLayout } from "./scanJson.ts";

/** Where a file's records are: as they stand, or in an array inside one object. */
export interface JsonRecords {
  readonly keys: JsonKeys;
  /** Undefined: the objects are not wrapped. */
  readonly array: JsonArray | undefined;
  /** What stands beside the array and is not read. */
  readonly warnings: readonly Sentence[];
}

interface Candidate {
  readonly keys: JsonKeys;
  readonly array: JsonArray | undefined;
  /** How many of the job's columns the keys name. */
  readonly score: number;
  /** They name all that a file of the job must have. */
  readonly isSufficient: boolean;
}

const refuseSeveralArrays = (fileName: string, [one, other]: readonly [Candidate, Candidate]): Error => {
  const [first, second] = [one, other].map(({ array }) => array?.name);
  const words =
    first === undefined
      ? {
          vi: `vừa là một bản ghi vừa có mảng bản ghi "${second}" bên trong`,
          en: `is a record, and has an array of records inside, "${second}"`,
        }
      : {
          vi: `có hai mảng bản ghi: "${first}" và "${second}"`,
          en: `has two arrays of records: "${first}" and "${second}"`,
        };
  return refuseSource(`Tệp JSON ${fileName} ${words.vi}`, `The JSON of ${fileName} ${words.en}`, {
    vi: "ghép các bản ghi vào một mảng, hoặc tách thành nhiều tệp và nạp cùng nhau với --batch",
    en: "join the records in one array, or make a file of each and load them together with --batch",
  });
};

const warningsAbout = (
  layout: JsonLayout,
  read: JsonArray,
  columnsIn: (keys: JsonKeys) => ReadonlyMap<string, number>,
): Sentence[] => {
  const known = columnsIn(read.keys);
  const names = [...layout.keys.keys()];
  const outside = [...columnsIn(layout.keys)].flatMap(([column, position]) =>
    known.has(column) || names[position] === read.name ? [] : [`"${names[position]}"`],
  );
  return [
    ...layout.arrays
      .filter(({ start }) => start !== read.start)
      .map(({ name, count }) => ({
        vi: `Mảng "${name}" (${count} bản ghi) có các khóa khác, không được đọc`,
        en: `The array "${name}" (${count} records) has other keys and was not read`,
      })),
    ...(outside.length === 0
      ? []
      : [
          {
            vi: `Khóa ${outside.join(", ")} đứng ngoài mảng bản ghi, không được đọc`,
            en: `${outside.join(", ")} stands outside the array of records and was not read`,
          },
        ]),
  ];
};

/**
 * Finds a job's records in JSON: objects one after another, in an array, or in an array wrapped in an object (`{"data": […]}`).
 * Of several arrays the one whose keys name most of the job's columns.
 * @throws RefusedFile where two could be read, so that one would be left out, or where a unit stands beside the array
 */
export const findJsonRecords = (layout: JsonLayout, job: ColumnsOfJob, fileName: string): JsonRecords => {
  const match = createHeaderMatcher(job.columns);
  const columnsIn = (keys: JsonKeys): ReadonlyMap<string, number> =>
    match([...keys.keys()].map((name) => [name])).positions;
  const needed = [...job.columns.filter(({ required }) => required).map(({ name }) => [name]), ...(job.anyOf ?? [])];
  const candidates = [
    { keys: layout.keys, array: undefined },
    ...layout.arrays.map((array) => ({ keys: array.keys, array })),
  ].map((each): Candidate => {
    const found = columnsIn(each.keys);
    const isSufficient = found.size > 0 && needed.every((names) => names.some((name) => found.has(name)));
    return { ...each, score: found.size, isSufficient };
  });
  const [one, other] = candidates.filter(({ isSufficient }) => isSufficient);
  if (one !== undefined && other !== undefined) throw refuseSeveralArrays(fileName, [one, other]);
  const best = candidates.reduce((most, each) => (each.score > most.score || most.keys.size === 0 ? each : most));
  if (best.array === undefined) return { keys: best.keys, array: undefined, warnings: [] };
  refuseScaledUnits(
    fileName,
    layout.texts.map((text) => [text]),
  );
  return { keys: best.keys, array: best.array, warnings: warningsAbout(layout, best.array, columnsIn) };
};
