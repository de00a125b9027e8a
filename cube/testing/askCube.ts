import { z } from "zod";

const cell = z.union([z.string(), z.number(), z.null()]);
const answer = z.object({ data: z.array(z.record(z.string(), cell)) });

/** A row with the view's name left out and numbers as numbers. */
export type Row = Record<string, string | number | null>;

const plain = (value: string | number | null): string | number | null => {
  if (typeof value !== "string" || value === "") return value;
  if (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(value) && !/^0\d/.test(value)) return Number(value);
  return value.replace(/T00:00:00\.000$/, "");
};

export interface Question {
  /** vaccination, if none is named. */
  view?: string;
  measures?: string[];
  dimensions?: string[];
  granularity?: string;
  dateRange?: string | string[];
  filters?: { member: string; operator: string; values?: string[] }[];
}

/** Cube's query for a question in short names. */
export const queryOf = (question: Question) => {
  const { view = "vaccination", measures = [], dimensions = [], granularity, dateRange, filters = [] } = question;
  const member = (name: string): string => (name.includes(".") ? name : `${view}.${name}`);
  return {
    measures: measures.map(member),
    dimensions: dimensions.map(member),
    filters: filters.map((filter) => ({ ...filter, member: member(filter.member) })),
    ...(granularity === undefined && dateRange === undefined
      ? {}
      : { timeDimensions: [{ dimension: member("date"), granularity, dateRange }] }),
  };
};

export const load = (url: string, query: unknown, extra: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/cubejs-api/v1/load?${new URLSearchParams({ query: JSON.stringify(query), ...extra })}`);

/** Asks over HTTP and returns the rows. */
export const ask = async (url: string, question: Question): Promise<Row[]> => {
  const response = await load(url, queryOf(question));
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return answer
    .parse(body)
    .data.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name.replace(/^[a-z_]+\./, ""),
          name.includes("_code") ? value : plain(value),
        ]),
      ),
    );
};

/** The one row of an answer. */
export const askOne = async (url: string, question: Question): Promise<Row> => {
  const [row, ...more] = await ask(url, question);
  if (row === undefined || more.length > 0) throw new Error(`One row expected, ${more.length + (row ? 1 : 0)} came`);
  return row;
};
