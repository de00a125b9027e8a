import { createRequire } from "node:module";
import { z } from "zod";
import { QuestionError } from "../question/QuestionError.ts";
import { questionLimits } from "../question/questionLimits.ts";

/**
 * Stands in for what Cube's REST API needs from @cubejs-backend/native, a binary that is downloaded from GitHub at install
 * and so is absent on closed networks. It shapes results: Cube hands over the rows of the warehouse as columns, and gets back
 * the JSON of the response. SQL API, Python and Jinja models need the binary and are not offered.
 */

type Cell = string | number | boolean | null;
type Row = Record<string, Cell>;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const columnsOfRows = z.object({ members: z.array(z.string()), columns: z.array(z.array(cell)) });

const timeDimension = z.object({
  dimension: z.string(),
  granularity: z.string().nullish(),
  dateRange: z.array(z.string()).nullish(),
});

const shapeRequest = z.object({
  aliasToMemberNameMap: z.record(z.string(), z.string()),
  annotation: z.record(z.string(), z.object({ type: z.string().nullish() })),
  query: z.object({
    measures: z.array(z.string()).nullish(),
    dimensions: z.array(z.string()).nullish(),
    timeDimensions: z.array(timeDimension).nullish(),
  }),
  queryType: z.enum(["regularQuery", "compareDateRangeQuery", "blendingQuery"]).nullish(),
  resType: z.enum(["default", "compact", "columnar"]).nullish(),
});
type ShapeRequest = z.infer<typeof shapeRequest>;

/** One column of the answer: a member's name and its cells. */
interface Column {
  name: string;
  cells: readonly Cell[];
}

const granularityOrder = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"];
const fineness = (granularity: string): number => {
  const position = granularityOrder.indexOf(granularity);
  return position === -1 ? granularityOrder.length : position;
};

/** Times leave without a zone and with milliseconds, as the binary writes them; what is not a time stays as it is. */
const formatTime = (value: Cell): Cell => {
  if (typeof value !== "string") return value;
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d+))?(?:\s?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/.exec(
    value,
  );
  if (!match) return value;
  return `${match[1]}T${match[2]}.${(match[3] ?? "").slice(0, 3).padEnd(3, "0")}`;
};

const assertVisible = (member: string, request: ShapeRequest): void => {
  if (!(member in request.annotation)) {
    throw new Error(`You requested hidden member: '${member}'. Please make it visible using \`public: true\`.`);
  }
};

const readColumns = (data: unknown, request: ShapeRequest): Column[] => {
  const text = data instanceof Uint8Array ? Buffer.from(data).toString("utf8") : "";
  const { members, columns } = columnsOfRows.parse(text ? JSON.parse(text) : data);
  return members.map((alias, i) => {
    const name = request.aliasToMemberNameMap[alias];
    if (name === undefined) throw new Error(`Member name not found for alias: '${alias}'`);
    assertVisible(name, request);
    const cells = columns[i] ?? [];
    return { name, cells: request.annotation[name]?.type === "time" ? cells.map(formatTime) : cells };
  });
};

/** A time dimension asked for with a granularity only is also answered under its bare name, by its finest granularity. */
const bareTimeColumns = (columns: readonly Column[], request: ShapeRequest): Column[] => {
  const finest = new Map<string, { level: number; cells: readonly Cell[] }>();
  for (const { name, cells } of columns) {
    const [cube, member, granularity, ...rest] = name.split(".");
    if (granularity === undefined || rest.length > 0) continue;
    const bare = `${cube}.${member}`;
    const level = fineness(granularity);
    const known = finest.get(bare);
    if (request.query.dimensions?.includes(bare) || (known && known.level < level)) continue;
    finest.set(bare, { level, cells });
  }
  return [...finest].map(([name, { cells }]) => ({ name, cells }));
};

const queryTypeColumns = (columns: readonly Column[], rowCount: number, request: ShapeRequest): Column[] => {
  const time = request.query.timeDimensions?.[0];
  if (request.queryType === "compareDateRangeQuery") {
    if (!time?.dateRange || time.dateRange.length < 2)
      throw new Error("compareDateRange needs a dateRange of two days.");
    return [{ name: "compareDateRange", cells: new Array<Cell>(rowCount).fill(time.dateRange.join(" - ")) }];
  }
  if (request.queryType === "blendingQuery") {
    if (!time?.granularity) throw new Error("Several queries in one request need a granularity.");
    const source = columns.find((column) => column.name === `${time.dimension}.${time.granularity}`);
    return source ? [{ name: `time.${time.granularity}`, cells: source.cells }] : [];
  }
  return [];
};

/** Who names no limit wants all rows, and would add up a part of them. A page (limit and offset) never has so many. */
const assertWhole = (rowCount: number): void => {
  const { rows } = questionLimits;
  if (rowCount <= rows) return;
  throw new QuestionError({
    field: "limit",
    message: `The answer has more than ${rows} rows.`,
    fix: `ask for fewer rows (fewer dimensions, a coarser granularity, a filter), or in pages: "limit": ${rows} with an order, then "offset": ${rows}`,
  });
};

const answerColumns = (data: unknown, request: ShapeRequest): { columns: Column[]; rowCount: number } => {
  const read = readColumns(data, request);
  if (read.length === 0) {
    for (const member of [...(request.query.measures ?? []), ...(request.query.dimensions ?? [])]) {
      assertVisible(member, request);
    }
    return { columns: [], rowCount: 0 };
  }
  const rowCount = read[0]?.cells.length ?? 0;
  assertWhole(rowCount);
  const columns = [...read, ...bareTimeColumns(read, request)];
  return { columns: [...columns, ...queryTypeColumns(columns, rowCount, request)], rowCount };
};

const rowsOf = (columns: readonly Column[], rowCount: number): Row[] =>
  Array.from({ length: rowCount }, (_, row) => {
    const answer: Row = {};
    for (const { name, cells } of columns) answer[name] = cells[row] ?? null;
    return answer;
  });

/** The `data` of one result in the shape that was asked for. */
export const shapeData = (transform: unknown, data: unknown): unknown => {
  const request = shapeRequest.parse(transform);
  const { columns, rowCount } = answerColumns(data, request);
  const members = columns.map((column) => column.name);
  if (request.resType === "columnar") return { members, columns: columns.map((column) => column.cells) };
  if (request.resType === "compact") {
    const dataset = Array.from({ length: rowCount }, (_, row) => columns.map((column) => column.cells[row] ?? null));
    return { members, dataset };
  }
  return rowsOf(columns, rowCount);
};

const toJson = (value: unknown): ArrayBuffer => {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return bytes.buffer;
};

const multiResponse = z.object({ results: z.array(z.record(z.string(), z.unknown())) }).loose();
const singleResponse = z.record(z.string(), z.unknown());

/** Response of `/load`: everything but the rows is there already, `data` is added. */
export const getFinalQueryResult = async (transform: unknown, data: unknown, result: unknown): Promise<ArrayBuffer> =>
  toJson({ ...singleResponse.parse(result), data: shapeData(transform, data) });

/** Response of `/load` for several queries or ranges: `data` is added to each of `results`. */
export const getFinalQueryResultMulti = async (
  transforms: unknown[],
  data: unknown[],
  response: unknown,
): Promise<ArrayBuffer> => {
  const whole = multiResponse.parse(response);
  const results = whole.results.map((result, i) => ({ ...result, data: shapeData(transforms[i], data[i]) }));
  return toJson({ ...whole, results });
};

const jinjaIsNotOffered = {
  loadTemplate: () => {
    throw new Error("Model files with Jinja templates need @cubejs-backend/native.");
  },
  renderTemplate: async () => {
    throw new Error("Model files with Jinja templates need @cubejs-backend/native.");
  },
};

interface NativeModule {
  setupLogger: () => void;
  resetLogger: () => void;
  isFallbackBuild: () => boolean;
  getFinalQueryResult: typeof getFinalQueryResult;
  getFinalQueryResultMulti: typeof getFinalQueryResultMulti;
  NativeInstance: { prototype: { newJinjaEngine: () => typeof jinjaIsNotOffered } };
}

const require = createRequire(import.meta.url);

/** Puts the stand-in in place. Cube looks these functions up at each call, so that once before the first is enough. */
export const installNativeStandIn = (): void => {
  const native: NativeModule = require("@cubejs-backend/native");
  native.setupLogger = () => undefined;
  native.resetLogger = () => undefined;
  native.isFallbackBuild = () => true;
  native.getFinalQueryResult = getFinalQueryResult;
  native.getFinalQueryResultMulti = getFinalQueryResultMulti;
  native.NativeInstance.prototype.newJinjaEngine = () => jinjaIsNotOffered;
};
