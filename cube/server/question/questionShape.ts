import { z } from "zod";
import { type Fault, QuestionError } from "./QuestionError.ts";
import { questionLimits as limits } from "./questionLimits.ts";
import { homeTimezone, relativeRanges, todayIn } from "./relativeDays.ts";

const text = z.string("must be text").max(limits.textLength, `is longer than ${limits.textLength} characters`);

/** The length first: a list of thousands is not worth reading. */
const list = <T>(item: z.ZodType<T>, most: number) =>
  z.array(z.unknown(), "must be a list").max(most, `has more than ${most} entries`).pipe(z.array(item));

const wholeNumber = (least: number, most: number) =>
  z.int("must be a whole number").min(least, `must be ${least} or more`).max(most, `must be ${most} or less`);

const days = z.union([text, z.array(text).min(1).max(2)], "must be one or two days, or a range in words");
const direction = z.enum(["asc", "desc"], 'must be "asc" or "desc"');
const order = z.union(
  [
    z.array(z.tuple([text, direction])).max(limits.order),
    z.record(text, direction).transform((pairs) => Object.entries(pairs)),
  ],
  "must be a list of pairs of a member and a direction",
);

export const questionShape = z.strictObject({
  measures: list(text, limits.measures).default([]),
  dimensions: list(text, limits.dimensions).default([]),
  timeDimensions: list(z.unknown(), limits.timeDimensions).default([]),
  filters: list(z.unknown(), limits.filters).default([]),
  order: order.optional(),
  limit: wholeNumber(1, limits.rows).optional(),
  offset: wholeNumber(0, limits.offset).default(0),
  total: z.boolean("must be true or false").default(false),
  // Days are days everywhere; words such as "yesterday" start from the reader's.
  timezone: text.refine((name) => todayIn(name, new Date(0)) !== undefined, "is no time zone").default(homeTimezone),
  responseFormat: z.enum(["default", "compact", "columnar"], "is not offered").default("default"),
  // Cube has these too; who asks for them should read why not.
  ungrouped: z.literal(false, "ungrouped rows are not offered").optional(),
  segments: z.array(z.unknown()).max(0, "there are no segments").optional(),
});

export const timeShape = z.strictObject({
  dimension: text,
  granularity: text.optional(),
  dateRange: days.optional(),
  compareDateRange: list(days, limits.queries).optional(),
});

export const conditionShape = z.strictObject({
  member: text.optional(),
  /** An older name of Cube's for `member`. */
  dimension: text.optional(),
  operator: text,
  values: list(z.union([text, z.number()], "must be text or a number"), limits.values).optional(),
});
export type Condition = z.infer<typeof conditionShape>;

const group = list(z.unknown(), limits.filters);
export const andShape = z.strictObject({ and: group });
export const orShape = z.strictObject({ or: group });

const days2 = `["2022-01-01", "2022-06-30"], or in words: ${relativeRanges}`;
/** What to write, by the key that is wrong. */
const fixes: Readonly<Record<string, string>> = {
  measures: 'write a list of names, ["vaccination.doses_recorded"]; they are listed at /cubejs-api/v1/meta',
  dimensions: 'write a list of names, ["vaccination.now_province_code"]; they are listed at /cubejs-api/v1/meta',
  timeDimensions: `write [{"dimension": "vaccination.date", "granularity": "month", "dateRange": ["2022-01-01", "2022-06-30"]}]`,
  filters: `write at most ${limits.filters} conditions, [{"member": "vaccination.sex", "operator": "equals", "values": ["female"]}]`,
  member: 'name a member, "vaccination.sex"',
  dimension: 'name the date of the view, "vaccination.date"',
  operator: 'name an operator, "equals"',
  values: `write a list of at most ${limits.values} values, ["female"]; "set" and "notSet" ask for values that are there or missing`,
  and: `write a list of conditions, {"and": [ … ]}`,
  or: `write a list of conditions, {"or": [ … ]}`,
  granularity: 'write "day", "week", "month", "quarter" or "year"',
  dateRange: `write ${days2}`,
  compareDateRange: `write a list of at most ${limits.queries} ranges, each ${days2}`,
  order: 'write [["vaccination.doses_recorded", "desc"]]',
  limit: `write a whole number from 1 to ${limits.rows}; ask for the rows behind it with offset`,
  offset: `write a whole number from 0 to ${limits.offset}`,
  total: "write true or false, without quotes",
  timezone: `write a name of the IANA database, "${homeTimezone}", or leave it out`,
  responseFormat: 'write "default", "compact" or "columnar", or leave it out',
  ungrouped: "leave it out: rows are changes of counts, not records",
  segments: "leave it out, and use filters",
};
const mostFaults = 5;

/** "filters[0]" and ["values", 2] are "filters[0].values[2]". */
const fieldOf = (at: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((field, part) => {
    if (typeof part === "number") return `${field}[${part}]`;
    const key = part === "" ? '""' : String(part);
    return field === "" ? key : `${field}.${key}`;
  }, at);

const faultsOf = (issue: z.core.$ZodIssue, at: string, keys: readonly string[]): Fault[] => {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: fieldOf(at, [...issue.path, key.slice(0, limits.textLength)]),
      message: "This is not offered.",
      fix: `leave it out; what can be said here is ${keys.join(", ")}`,
    }));
  }
  const field = fieldOf(at, issue.path);
  const key = field
    .match(/[a-z]+/gi)
    ?.reverse()
    .find((part) => part in fixes);
  const fix = fixes[key ?? ""] ?? 'write a question in JSON, {"measures": ["vaccination.doses_recorded"]}';
  return [{ field: field === "" ? "query" : field, message: `${issue.message}.`, fix }];
};

/** @throws QuestionError that names what is wrong in this part of a question, and what to write */
export const parseShape = <Shape extends z.core.$ZodLooseShape, Config extends z.core.$ZodObjectConfig>(
  shape: z.ZodObject<Shape, Config>,
  value: unknown,
  at: string,
): z.infer<z.ZodObject<Shape, Config>> => {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, at, Object.keys(shape.shape)));
  throw new QuestionError(...faults.slice(0, mostFaults));
};
