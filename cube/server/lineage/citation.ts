import { createHash } from "node:crypto";
import { HttpError } from "../failures/errors.ts";
import { type Cell, cellOf, cellParameters } from "./cell.ts";

/** A cell with everything settled that could change later: its days and its publication. */
export type SettledCell = Cell & { readonly from: string; readonly to: string; readonly known: string };

/** What the code is checked against: the figure, and the load that the publication brought. */
export interface CitedFigure {
  readonly value: string | null;
  readonly loadId: number;
}

const readable = ({ measure, structure, level, code, from, to, known, filters }: SettledCell): string =>
  [
    measure,
    `${structure}.${level}.${code}`,
    `${from}..${to}`,
    known,
    ...filters.map(({ dimension, values }) => `${dimension}:${values.join("|")}`),
  ].join("~");

const checkOf = (text: string, { value, loadId }: CitedFigure): string =>
  createHash("sha256").update(`${text}~${loadId}~${value}`).digest("hex").slice(0, 8);

/**
 * A code that a report can print beside a figure: it says in words which figure it is, and its last part shows whether the figure
 * computed later is the one that was cited.
 */
export const citationOf = (cell: SettledCell, figure: CitedFigure): string => {
  const text = readable(cell);
  return `${text}~${checkOf(text, figure)}`;
};

/** A cell has ten filters at most, and reports print none so long. */
const longestCode = 600;

/** @throws HttpError for a code that is none */
export const parseCitation = (code: string, currentStructure: number): SettledCell => {
  const refuse = (): HttpError =>
    new HttpError(
      400,
      "Mã trích dẫn không đúng dạng. (Not a citation code.)",
      "Chép lại nguyên mã, từ tên chỉ số đến tám ký tự cuối.",
      { fields: ["code"] },
    );
  if (code.length > longestCode) throw refuse();
  const [measure, area, period, known, ...rest] = code.split("~");
  const [structure, level, ...areaCode] = area?.split(".") ?? [];
  const [from, to] = period?.split("..") ?? [];
  const parsed = cellParameters.safeParse({
    ...{ measure, structure, level, from, to, known },
    code: areaCode.join("."),
    filter: rest.slice(0, -1),
  });
  if (!parsed.success || rest.length === 0) throw refuse();
  const cell = cellOf(parsed.data, currentStructure);
  if (cell.from === undefined || cell.to === undefined || !/^p\d+$/.test(cell.known ?? "")) throw refuse();
  return { ...cell, from: cell.from, to: cell.to, known: cell.known ?? "" };
};
