import type { SeededRandom } from "./SeededRandom.ts";

/**
 * Bad rows of the small files (person, date, …), written beside the good row they were made from. None of them may
 * change a total: they are refused, repeat what is known, or speak of a person whom the doses do not know.
 */
type Spoil = (row: readonly string[]) => readonly string[] | null;

const put =
  (column: number, text: string): Spoil =>
  (row) =>
    row.with(column, text);
const asIs: Spoil = (row) => row;
/** No province has the code 99. */
const asStranger: Spoil = (row) => row.with(PERSON, `DT99${(row[PERSON] ?? "").slice(4)}`);
const PERSON = 0;
const DATE = 1;
const RESULT = 2;
const RIGHT_WORDS = ["right", "Xác thực đúng"];

export const VERIFICATION_DIRT: Readonly<Record<string, Spoil>> = {
  repeated: asIs,
  unknown_person: asStranger,
  missing_person: put(PERSON, ""),
  impossible_date: put(DATE, "31/04/2022"),
  future_date: put(DATE, "01/09/2031"),
  unknown_result: put(RESULT, "đang xử lý"),
  /** the same day right as well: the worse answer counts, so nothing changes */
  contradicted: (row) => (RIGHT_WORDS.includes(row[RESULT] ?? "") ? null : row.with(RESULT, "right")),
};

export const CERTIFICATE_DIRT: Readonly<Record<string, Spoil>> = {
  repeated: asIs,
  unknown_person: asStranger,
  missing_person: put(PERSON, ""),
  impossible_date: put(DATE, "30/02/2022"),
  future_date: put(DATE, "01/09/2031"),
};

const SHARE = 0.005;

/** A bad copy of the row, or null for most rows. */
export function resultDirt(
  random: SeededRandom,
  factor: number,
  kinds: Readonly<Record<string, Spoil>>,
  row: readonly string[],
): readonly string[] | null {
  if (!random.chance(SHARE * factor)) return null;
  const names = Object.keys(kinds);
  return kinds[names[random.below(names.length)] ?? ""]?.(row) ?? null;
}
