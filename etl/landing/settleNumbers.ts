import { z } from "zod";
import { plainSpaces } from "../jobs/dayOf.ts";
import { mayPartThousands } from "../sources/columnType.ts";
import type { LandingContext } from "./landFile.ts";
import { rowsView } from "./landingTables.ts";

type Mark = "." | ",";

/** What one number of a column says of a mark: it parts thousands (1.234.567, 1.234), or begins a fraction (0.5, 1234.567). */
const parts = 1;
const begins = 2;
/** The comma's bits stand two places above the point's. */
const bitOf = (mark: Mark, meaning: number): number => (mark === "." ? meaning : meaning * 4);

/** Numbers whose mark can only part thousands, if the column agrees; they may have a fraction of other than three digits. */
const grouped = (mark: Mark): string => {
  const other = mark === "." ? "," : ".";
  return `^-?[1-9][0-9]{0,2}([${mark}][0-9]{3})+([${other}]([0-9]{1,2}|[0-9]{4,}))?$`;
};

/** SQL: bits of what a text says of the marks. Nearly all texts have none and are not looked at. */
const marksOf = (text: string): string => {
  const bare = plainSpaces(`replaceAll(${text}, '%', '')`);
  const tests = ([".", ","] as const).flatMap((mark) => {
    const other = mark === "." ? "," : ".";
    const group = `[1-9][0-9]{0,2}([${mark}][0-9]{3})+`;
    return [
      [`^-?${group}$`, bitOf(mark, parts)],
      [`^-?${group}[${other}][0-9]+$`, bitOf(mark, parts) + bitOf(other, begins)],
      [`^-?[0-9]+[${mark}][0-9]+$`, bitOf(mark, begins)],
    ] as const;
  });
  return `if(position(${text}, '.') + position(${text}, ',') = 0, 0,
    multiIf(${tests.map(([pattern, bits]) => `match(${bare}, '${pattern}'), ${bits}`).join(", ")}, 0))`;
};

/** The mark that parts thousands in a column: one number has it so, none has it otherwise, and none has the other one so. */
const partingMark = (said: number): Mark | undefined => {
  const says = (mark: Mark, meaning: number): boolean => (said & bitOf(mark, meaning)) !== 0;
  const isParting = (mark: Mark, other: Mark): boolean =>
    says(mark, parts) && !says(mark, begins) && !says(other, parts);
  return isParting(".", ",") ? "." : isParting(",", ".") ? "," : undefined;
};

const found = z.object({ file: z.number(), said: z.array(z.number()) });

/**
 * Decides for each file and column of numbers, from all its numbers, whether point or comma part thousands, and lets the rows that
 * jobs read have these numbers without the mark: 1.234 becomes 1234 where no number of the column contradicts. What is not decided
 * stays as it is, and no job reads it as thousands. The rows as the files had them stay in the raw table.
 */
export const settleNumbers = async ({ warehouse, job, tables, signal }: LandingContext): Promise<void> => {
  const columns = job.columns.filter(({ type }) => mayPartThousands(type)).map(({ name }) => name);
  if (columns.length === 0) return;
  const files = await warehouse.query(
    `SELECT file_number AS file, [${columns.map((name) => `groupBitOr(toUInt8(${marksOf(name)}))`).join(", ")}] AS said
     FROM ${tables.raw} WHERE shape_fault = 0 GROUP BY file_number ORDER BY file`,
    { schema: found, signal },
  );
  const settled = columns.flatMap((name, index) => {
    const bare = plainSpaces(name);
    const cases = ([".", ","] as const).flatMap((mark) => {
      const numbers = files.filter(({ said }) => partingMark(said[index] ?? 0) === mark).map(({ file }) => file);
      return numbers.length === 0
        ? []
        : [
            `file_number IN (${numbers.join(", ")}) AND match(${bare}, '${grouped(mark)}'), replaceAll(${bare}, '${mark}', '')`,
          ];
    });
    return cases.length === 0 ? [] : [`multiIf(${cases.join(", ")}, ${name}) AS ${name}`];
  });
  if (settled.length === 0) return;
  await warehouse.command(rowsView(tables, settled), { signal });
};
