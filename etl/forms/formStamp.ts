import { createHash } from "node:crypto";
import { z } from "zod";

/** Name of the hidden sheet by which a filled-in form is recognised. */
export const stampSheet = "_mau";
/** Name of the hidden sheet that drop-downs take their values from. */
export const choicesSheet = "_danh_muc";
/** Name of the sheet that explains the form. */
export const instructionsSheet = "Hướng dẫn";
/** Raised when forms given out before can no longer be read as they were meant. */
export const formVersion = "1";

const given = z.object({ code: z.string(), name: z.string() });

/** What a form was when it was given out; kept in its hidden sheet. */
const formStamp = z.object({
  version: z.string(),
  job: z.string(),
  /** Number of provinces of the structure that `area` is a code of. */
  structure: z.string(),
  area: z.string(),
  /** YYYY-MM. */
  month: z.string(),
  rows: z.enum(["facilities", "empty"]),
  /** Column of the month; "" where the form has none. */
  monthColumn: z.string(),
  /** Canonical names, in a hidden line, and the headings above them, in order. */
  columns: z.array(z.string()),
  headings: z.array(z.string()),
  facilities: z.array(given),
});
export type FormStamp = z.infer<typeof formStamp>;

const checksumOf = (stamp: FormStamp): string => createHash("sha256").update(JSON.stringify(stamp)).digest("hex");

const mark = "moh_form";
const scalars = ["version", "job", "structure", "area", "month", "rows", "monthColumn"] as const;

/** Rows of the hidden sheet: the mark and the checksum, what the form is of, its columns, and then a row for each facility. */
export const stampRows = (stamp: FormStamp): string[][] => [
  [mark, checksumOf(stamp)],
  ...scalars.map((key) => [key, stamp[key]]),
  ["columns", ...stamp.columns],
  ["headings", ...stamp.headings],
  ["facilities", String(stamp.facilities.length)],
  ...stamp.facilities.map(({ code, name }) => [code, name]),
];

/** Row, from 1, of the first facility in the hidden sheet. */
export const firstFacilityRow = scalars.length + 5;

/** Reads the hidden sheet back. "altered": it is one, but not as it was written. Undefined: it is none. */
export const parseStamp = (rows: readonly (readonly string[])[]): FormStamp | "altered" | undefined => {
  const [head, ...rest] = rows;
  if (head?.[0] !== mark) return undefined;
  const row = (key: string): string[] => {
    const cells = rest.find(([first]) => first === key)?.slice(1) ?? [];
    return cells.slice(0, cells.findLastIndex((text) => text !== "") + 1);
  };
  const parsed = formStamp.safeParse({
    ...Object.fromEntries(scalars.map((key) => [key, row(key)[0] ?? ""])),
    columns: row("columns"),
    headings: row("headings"),
    facilities: rows
      .slice(firstFacilityRow - 1)
      .filter(([code]) => code !== undefined && code !== "")
      .map(([code, name = ""]) => ({ code, name })),
  });
  return parsed.success && checksumOf(parsed.data) === head[1] ? parsed.data : "altered";
};
