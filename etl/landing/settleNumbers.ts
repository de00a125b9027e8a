import { z } from "zod";
import { plainSpaces } from "../jobs/dayOf.ts";
import { mayPartThousands } from "../sources/columnType.ts";
import { grouped, marks, partingMark, sayings } from "../sources/numberMarks.ts";
import type { LandingContext } from "./landFile.ts";
import { rowsView } from "./landingTables.ts";

/** SQL: bits of what a text says of the marks. Nearly all texts have none and are not looked at. */
const marksOf = (text: string): string => {
  const bare = plainSpaces(`replaceAll(${text}, '%', '')`);
  return `if(position(${text}, '.') + position(${text}, ',') = 0, 0,
    multiIf(${sayings.map(([pattern, bits]) => `match(${bare}, '${pattern}'), ${bits}`).join(", ")}, 0))`;
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
    const cases = marks.flatMap((mark) => {
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
