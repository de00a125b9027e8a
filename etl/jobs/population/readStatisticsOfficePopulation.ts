import { searchKey } from "../../../warehouse/textKey.ts";
import type { SourceRow } from "../../job.ts";
import { parseSeparatedText } from "../../sources/parseSeparatedText.ts";
import { readTextOf } from "../../sources/readTextOf.ts";

/** The six regions; with "Cả nước" they are the rows of totals, which are left out: the provinces are in the table themselves. */
const totals = new Set([
  "ca nuoc",
  "dong bang song hong",
  "trung du va mien nui phia bac",
  "bac trung bo va duyen hai mien trung",
  "tay nguyen",
  "dong nam bo",
  "dong bang song cuu long",
]);

/** Groups that a table may have, by the words of its headers; columns of other figures (area, density) are not read. */
const groups: readonly (readonly [words: RegExp, group: SourceRow])[] = [
  [/^(tong so|dan so trung binh \(nghin nguoi\))$/, {}],
  [/^nam$/, { sex: "nam" }],
  [/^nu$/, { sex: "nữ" }],
  [/^thanh thi$/, { residence: "thành thị" }],
  [/^nong thon$/, { residence: "nông thôn" }],
];

/** The Office writes Icelandic Ð for Đ. */
const tidy = (text: string): string => text.replaceAll("Ð", "Đ").replaceAll("ð", "đ").normalize("NFC");

/** An empty cell of the upper header stands under the one to its left. */
const filledRight = (cells: readonly string[]): string[] => {
  let last = "";
  return cells.map((cell) => {
    if (cell !== "") last = cell;
    return last;
  });
};

/** Thousands of people with one decimal. Undefined for "..", which means that there is none. */
const peopleIn = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d+([.,]\d)?$/.test(text)
    ? String(Math.round(Number(text.replace(",", ".")) * 1000))
    : undefined;

/**
 * Rows of the General Statistics Office's tables of average population by province, as they are downloaded: separated by
 * semicolons, a title, two lines of headers (years above groups or groups above years, with notes such as "Sơ bộ", "(*)"),
 * thousands of people, notes at the end. Undefined: another shape.
 */
export const readStatisticsOfficePopulation = async (path: string): Promise<SourceRow[] | undefined> => {
  const text = await readTextOf(path, (head) => {
    const [title = ""] = searchKey(head.slice(0, 2048)).split('"', 2).slice(1);
    return /\bdan so\b.*\bdia phuong\b/.test(title);
  });
  if (text === undefined) return undefined;
  const [, upper = [], lower = [], ...rows] = parseSeparatedText(tidy(text), ";");
  const columns = filledRight(upper).map((above, index) => {
    const words = searchKey(`${above} ${lower[index] ?? ""}`);
    const year = /20\d{2}/.exec(words)?.[0];
    const name = words
      .replace(/20\d{2}|so bo|\(\*\)/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const group = groups.find(([pattern]) => pattern.test(name))?.[1];
    return index > 0 && year !== undefined && group !== undefined ? { index, year, group } : undefined;
  });
  return rows
    .filter(([name = ""]) => !totals.has(searchKey(name)))
    .flatMap((cells) =>
      columns.flatMap((column) => {
        const population = column === undefined ? undefined : peopleIn(cells[column.index]);
        if (column === undefined || population === undefined) return [];
        const province_name = (cells[0] ?? "").replace(/^TP\.\s*/, "TP. ");
        return [{ ...column.group, province_name, year: column.year, population, rounded_to: "100" }];
      }),
    );
};
