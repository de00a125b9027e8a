import { dayOf, type QueryFilter } from "./dateRange.ts";
import { type Member, type MemberCatalogue, memberNamed } from "./memberCatalogue.ts";
import type { Day } from "./periodPoints.ts";
import { QuestionError } from "./QuestionError.ts";
import { questionLimits as limits } from "./questionLimits.ts";
import { andShape, type Condition, conditionShape, orShape, parseShape } from "./questionShape.ts";
import { relativeRange, relativeRanges } from "./relativeDays.ts";

export interface FilterEffects {
  readonly members: MemberCatalogue;
  readonly today: Day;
}

/** How many values an operator takes, by the type of the member. */
type Count = "none" | "one" | "many" | "range";
const presence = { set: "none", notSet: "none" } as const;
/** What each type of member can be asked. */
export const operatorsOf: Readonly<Record<Member["type"], Readonly<Record<string, Count>>>> = {
  string: {
    ...{ equals: "many", notEquals: "many", ...presence },
    ...{ contains: "many", notContains: "many", startsWith: "many", notStartsWith: "many" },
    ...{ endsWith: "many", notEndsWith: "many" },
  },
  number: { equals: "many", notEquals: "many", gt: "one", gte: "one", lt: "one", lte: "one", ...presence },
  time: {
    ...{ equals: "one", inDateRange: "range", notInDateRange: "range", onTheDate: "one" },
    ...{ beforeDate: "one", beforeOrOnDate: "one", afterDate: "one", afterOrOnDate: "one", ...presence },
  },
};

const plainNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/;

const numberOf = (value: string | number, field: string): string => {
  const text = typeof value === "number" ? value.toString() : value.trim();
  if (plainNumber.test(text)) return text;
  throw new QuestionError({
    field,
    message: `${JSON.stringify(value)} is not a number.`,
    fix: 'write digits with a point for decimals, "1234.5"',
  });
};

/** Names of units are stored with each letter and its marks as one character (NFC); macOS and some keyboards write them apart. */
export const asStored = (text: string): string => text.normalize("NFC");

const textOf = (value: string | number, field: string): string => {
  if (typeof value === "string") return asStored(value);
  throw new QuestionError({
    field,
    message: `${value} is not text.`,
    fix: `write it in quotes, with its zeros: "0${value}"`,
  });
};

/** Days, in words or written out, as first and last of a range. */
export const daysOf = (told: readonly string[], field: string, today: Day): [Day, Day] => {
  const [first = "", second] = told;
  const inWords = second === undefined && !/^\d{4}-/.test(first) ? relativeRange(first, today) : undefined;
  if (second === undefined && inWords === undefined && !/^\d{4}-/.test(first)) {
    throw new QuestionError({
      field,
      message: `${JSON.stringify(first)} is not a range of days.`,
      fix: `write two days, ["2022-01-01", "2022-06-30"], or in words: ${relativeRanges}`,
    });
  }
  const [from, to] = (inWords ?? [first, second ?? first]).map((day) => dayOf(day, field));
  if (from === undefined || to === undefined || from > to) {
    const message = `The range from ${from} to ${to} ends before it begins.`;
    throw new QuestionError({ field, message, fix: `write the earlier day first, ["${to}", "${from}"]` });
  }
  return [from, to];
};

const timeValues = (count: Count, operator: string, told: readonly string[], field: string, today: Day): string[] => {
  if (count === "none") return [];
  const [from, to] = daysOf(told, field, today);
  if (count === "range" || operator === "onTheDate") return [from, to];
  return [operator === "beforeOrOnDate" || operator === "afterDate" ? to : from];
};

const conditionOf = (condition: Condition, at: string, { members, today }: FilterEffects): QueryFilter => {
  const name = condition.member ?? condition.dimension;
  if (name === undefined || (condition.member !== undefined && condition.dimension !== undefined)) {
    throw new QuestionError({
      field: `${at}.member`,
      message: "A condition is about one member.",
      fix: 'write {"member": "vaccination.sex", "operator": "equals", "values": ["female"]}',
    });
  }
  const member = memberNamed(name, `${at}.member`, members);
  const offered = operatorsOf[member.type];
  const { operator, values = [] } = condition;
  const count = Object.hasOwn(offered, operator) ? offered[operator] : undefined;
  if (count === undefined) {
    throw new QuestionError({
      field: `${at}.operator`,
      message: `The operator ${operator} is not offered for ${name}, which is a ${member.type}.`,
      fix: `use ${Object.keys(offered).join(", ")}`,
    });
  }
  const field = `${at}.values`;
  const [least, most] = { none: [0, 0], one: [1, 1], range: [1, 2], many: [1, limits.values] }[count];
  if (values.length < (least ?? 0) || values.length > (most ?? 0)) {
    throw new QuestionError({
      field,
      message: `${operator} takes ${{ none: "no values", one: "one value", range: "one or two days", many: "at least one value" }[count]}, not ${values.length}.`,
      fix:
        count === "none"
          ? "leave values out"
          : `write ${count === "range" ? "first and last day" : "the values"} in a list`,
    });
  }
  const told = values.map((value, index) => {
    const each = `${field}[${index}]`;
    return member.type === "number" ? numberOf(value, each) : textOf(value, each);
  });
  if (member.type !== "time") return { member: name, operator, values: told, at };
  // Cube compares a date with text by "equals".
  const asked = operator === "equals" ? "onTheDate" : operator;
  return { member: name, operator: asked, values: timeValues(count, asked, told, field, today), at };
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const filterOf = (told: unknown, at: string, depth: number, effects: FilterEffects): QueryFilter => {
  const inner = (name: "and" | "or", filters: readonly unknown[]): QueryFilter[] => {
    const field = `${at}.${name}`;
    if (filters.length === 0) {
      throw new QuestionError({ field, message: "This group is empty.", fix: "leave the group out" });
    }
    if (depth >= limits.filterDepth) {
      const message = `Groups stand more than ${limits.filterDepth} deep.`;
      throw new QuestionError({ field, message, fix: "put conditions beside each other: they are joined with and" });
    }
    return filters.map((each, index) => filterOf(each, `${field}[${index}]`, depth + 1, effects));
  };
  if (isRecord(told) && "and" in told) return { and: inner("and", parseShape(andShape, told, at).and), at };
  if (isRecord(told) && "or" in told) return { or: inner("or", parseShape(orShape, told, at).or), at };
  return conditionOf(parseShape(conditionShape, told, at), at, effects);
};

/** The conditions in a filter, groups left out. */
export const conditionsOf = (filter: QueryFilter): QueryFilter[] => {
  const inner = filter.and ?? filter.or;
  return inner === undefined ? [filter] : inner.flatMap(conditionsOf);
};

const isPattern = ({ operator = "" }: QueryFilter): boolean => /contains|With$/i.test(operator);

/** Values of a condition, as they count against the limit. */
export const valueCountOf = (condition: QueryFilter): number =>
  (condition.values?.length ?? 0) * (isPattern(condition) ? limits.valuesOfPattern : 1);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** @throws QuestionError that names the condition which is wrong */
export const parseFilters = (told: readonly unknown[], effects: FilterEffects, at = "filters"): QueryFilter[] => {
  const filters = told.map((each, index) => filterOf(each, `${at}[${index}]`, 0, effects));
  const conditions = filters.flatMap(conditionsOf);
  const lengths = conditions.flatMap(({ values = [] }) => values.map((value) => String(value).length));
  const counts = [
    { found: conditions.length, most: limits.filters, of: "conditions" },
    { found: sum(conditions.map(valueCountOf)), most: limits.values, of: "values (a pattern counts for five)" },
    { found: sum(lengths), most: limits.valuesLength, of: "characters in values" },
  ];
  const over = counts.find(({ found, most }) => found > most);
  if (over === undefined) return filters;
  throw new QuestionError({
    field: at,
    message: `${over.found} ${over.of} are more than the ${over.most} that one query takes.`,
    fix: "put all values of a member into one condition, name a province instead of its communes, or ask several questions",
  });
};
