import { assertBounded } from "./assertBounded.ts";
import { type QueryFilter, type TimeDimension, withoutPlaces } from "./dateRange.ts";
import { type MemberCatalogue, memberNamed } from "./memberCatalogue.ts";
import { conditionsOf, daysOf, parseFilters, valueCountOf } from "./parseFilters.ts";
import { type Day, type Granularity, granularities } from "./periodPoints.ts";
import { type Fault, QuestionError } from "./QuestionError.ts";
import { questionLimits as limits } from "./questionLimits.ts";
import { parseShape, questionShape, timeShape } from "./questionShape.ts";
import { todayIn } from "./relativeDays.ts";

type Direction = "asc" | "desc";
type ResponseFormat = "default" | "compact" | "columnar";

interface AskedTime extends TimeDimension {
  readonly granularity?: Granularity;
  readonly dateRange?: readonly [Day, Day];
}

/** One query, with everything in it known to be answerable in form. Ranges are days, numbers are digits. */
export interface Question {
  readonly measures: readonly string[];
  readonly dimensions: readonly string[];
  readonly timeDimensions: readonly AskedTime[];
  readonly filters: readonly QueryFilter[];
  /** Undefined: Cube's own order. */
  readonly order: readonly (readonly [string, Direction])[] | undefined;
  /** Of a page; undefined: all rows, which are no answer where they are more than questionLimits.rows. */
  readonly limit: number | undefined;
  readonly offset: number;
  readonly total: boolean;
  readonly responseFormat: ResponseFormat;
}

/** What a request asks. */
export interface AskedQuestions {
  /** One query, one over several ranges, or several whose answers are joined by time. */
  readonly kind: "one" | "compare" | "blend";
  /** Each query that is answered. */
  readonly questions: readonly Question[];
  /** For Cube: built from `questions` alone. */
  readonly cubeQuery: object;
}

export interface ParseEffects {
  readonly members: MemberCatalogue;
  readonly now: Date;
}

/**
 * What a query costs, in units of about a millisecond of the serving thread: Cube compiles members and conditions each for every
 * place where the model's SQL takes a filter.
 */
export const costOf = ({ measures, dimensions, timeDimensions, filters }: Question): number => {
  const conditions = filters.flatMap(conditionsOf);
  const values = conditions.reduce((sum, condition) => sum + valueCountOf(condition), 0);
  return measures.length + dimensions.length + timeDimensions.length + 2 * conditions.length + values / 50;
};

const namesOf = (names: readonly string[], kind: "measure" | "dimension", members: MemberCatalogue): string[] => {
  names.forEach((name, index) => {
    const field = `${kind}s[${index}]`;
    const { kind: actual } = memberNamed(name, field, members);
    if (actual !== kind) {
      throw new QuestionError({ field, message: `${name} is a ${actual}.`, fix: `move it to ${actual}s` });
    }
  });
  return [...new Set(names)];
};

/** A time dimension, and the ranges that it compares. */
const timeOf = (
  told: unknown,
  at: string,
  today: Day,
  members: MemberCatalogue,
): { time: AskedTime; ranges: (readonly [Day, Day])[] | undefined } => {
  const { dimension, granularity: named, dateRange, compareDateRange } = parseShape(timeShape, told, at);
  memberNamed(dimension, `${at}.dimension`, members);
  const granularity = granularities.find((name) => name === named);
  if (named !== undefined && granularity === undefined) {
    const message = `The granularity ${named} is not offered.`;
    throw new QuestionError({ field: `${at}.granularity`, message, fix: `use ${granularities.join(", ")}` });
  }
  if (dateRange !== undefined && compareDateRange !== undefined) {
    const message = "A date has a range or ranges to compare, not both.";
    throw new QuestionError({ field: `${at}.compareDateRange`, message, fix: "leave out dateRange" });
  }
  const rangeOf = (range: string | readonly string[], field: string): readonly [Day, Day] =>
    daysOf(typeof range === "string" ? [range] : range, field, today);
  return {
    time: {
      dimension,
      ...(granularity === undefined ? {} : { granularity }),
      ...(dateRange === undefined ? {} : { dateRange: rangeOf(dateRange, `${at}.dateRange`) }),
      at,
    },
    ranges: compareDateRange?.map((range, index) => rangeOf(range, `${at}.compareDateRange[${index}]`)),
  };
};

/** Cube drops an order by what it does not select, and the first rows are then any rows. */
const orderOf = (
  order: readonly (readonly [string, Direction])[] | undefined,
  selected: readonly string[],
): Question["order"] => {
  const seen = new Set<string>();
  order?.forEach(([name], index) => {
    const fault = (message: string, fix: string): Fault => ({ field: `order[${index}]`, message, fix });
    if (!selected.includes(name)) {
      throw new QuestionError(
        fault(
          `${name} is not selected, so rows cannot be ordered by it.`,
          `add ${name} to the measures or dimensions (a date: with a granularity), or order by ${selected.join(", ") || "nothing"}`,
        ),
      );
    }
    if (seen.has(name)) throw new QuestionError(fault(`${name} stands twice.`, "name it once"));
    seen.add(name);
  });
  return order;
};

const cubeQueryOf = (question: Question, compareDateRange?: readonly (readonly [Day, Day])[]): object => ({
  measures: question.measures,
  dimensions: question.dimensions,
  timeDimensions: question.timeDimensions.map(({ at: _, ...time }) =>
    compareDateRange === undefined ? time : { ...time, dateRange: undefined, compareDateRange },
  ),
  filters: question.filters.map(withoutPlaces),
  ...(question.order === undefined ? {} : { order: question.order }),
  ...(question.limit === undefined ? {} : { limit: question.limit }),
  ...(question.offset === 0 ? {} : { offset: question.offset }),
  ...(question.total ? { total: true } : {}),
  ...(question.responseFormat === "default" ? {} : { responseFormat: question.responseFormat }),
  // Ranges are days already.
  timezone: "UTC",
});

/** One query, or one for each range that it compares. */
const parseQuery = (told: unknown, { members, now }: ParseEffects): AskedQuestions => {
  const shape = parseShape(questionShape, told, "");
  const today = todayIn(shape.timezone, now) ?? now.toISOString().slice(0, 10);
  const times = shape.timeDimensions.map((time, index) => timeOf(time, `timeDimensions[${index}]`, today, members));
  const measures = namesOf(shape.measures, "measure", members);
  const dimensions = namesOf(shape.dimensions, "dimension", members);
  const bucketed = times.flatMap(({ time }) => (time.granularity === undefined ? [] : [time.dimension]));
  const selected = [...measures, ...dimensions, ...bucketed];
  if (selected.length === 0) {
    throw new QuestionError({
      field: "measures",
      message: "The question names no measure, dimension or granularity.",
      fix: "name at least one measure or dimension",
    });
  }
  const question: Question = {
    ...{ measures, dimensions, timeDimensions: times.map(({ time }) => time) },
    filters: parseFilters(shape.filters, { members, today }),
    order: orderOf(shape.order, selected),
    ...{ limit: shape.limit, offset: shape.offset, total: shape.total, responseFormat: shape.responseFormat },
  };
  const compared = times.findIndex(({ ranges }) => ranges !== undefined);
  const ranges = times[compared]?.ranges;
  if (ranges === undefined) return { kind: "one", questions: [question], cubeQuery: cubeQueryOf(question) };
  if (times.length > 1 || ranges.length === 0) {
    throw new QuestionError({
      field: `timeDimensions[${compared}].compareDateRange`,
      message: "A comparison takes one time dimension and at least one range.",
      fix: "leave the other time dimensions out",
    });
  }
  const questions = ranges.map((dateRange) => ({
    ...question,
    timeDimensions: question.timeDimensions.map((time) => ({ ...time, dateRange })),
  }));
  return { kind: "compare", questions, cubeQuery: cubeQueryOf(question, ranges) };
};

/** Several queries in one request, whose answers are joined by time. */
const parseQueries = (told: readonly unknown[], effects: ParseEffects): AskedQuestions => {
  if (told.length === 0 || told.length > limits.queries) {
    throw new QuestionError({
      field: "query",
      message: `One request takes 1 to ${limits.queries} queries, not ${told.length}.`,
      fix: 'write one query, {"measures": ["vaccination.doses_recorded"]}, or ask in several requests',
    });
  }
  const parsed = told.map((each, index) => {
    try {
      return parseQuery(each, effects);
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error;
      throw new QuestionError(
        ...error.faults.map((fault) => ({
          ...fault,
          field: fault.field === "query" ? `query[${index}]` : `query[${index}].${fault.field}`,
        })),
      );
    }
  });
  const steps = parsed.map(({ questions: [first] }) => first?.timeDimensions[0]?.granularity);
  const other = steps.findIndex((step) => step === undefined || step !== steps[0]);
  const comparing = parsed.findIndex(({ kind }) => kind === "compare");
  if (other !== -1 || comparing !== -1) {
    throw new QuestionError({
      field: `query[${other === -1 ? comparing : other}].timeDimensions`,
      message: "Several queries in one request are joined by time: each needs the same granularity, and no comparison.",
      fix: 'give each "timeDimensions": [{"dimension": "<view>.date", "granularity": "month"}], or ask in several requests',
    });
  }
  return {
    kind: "blend",
    questions: parsed.flatMap(({ questions }) => questions),
    cubeQuery: parsed.map(({ cubeQuery }) => cubeQuery),
  };
};

/**
 * Reads what a request asks, whole, before Cube sees anything of it.
 * @throws QuestionError (400) that names the field and what to write instead
 */
export const parseQuestions = (told: unknown, effects: ParseEffects): AskedQuestions => {
  assertBounded(told, "query");
  if (typeof told !== "object" || told === null) {
    throw new QuestionError({
      field: "query",
      message: "The question is not an object.",
      fix: 'write {"measures": ["vaccination.doses_recorded"]}',
    });
  }
  const asked = Array.isArray(told) ? parseQueries(told, effects) : parseQuery(told, effects);
  const cost = Math.ceil(asked.questions.reduce((sum, question) => sum + costOf(question), 0));
  if (cost <= limits.cost) return asked;
  throw new QuestionError({
    field: "query",
    message: `The question costs ${cost}; a request may cost ${limits.cost}.`,
    fix: "ask with fewer members, conditions and values, or in several requests",
  });
};
