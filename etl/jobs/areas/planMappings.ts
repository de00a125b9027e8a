import { nameKey } from "../../../warehouse/textKey.ts";
import type { Areas, LandedArea, MappingRow } from "./areaColumns.ts";
import type { Verdict } from "./planUnits.ts";

interface Step {
  readonly row: LandedArea;
  readonly mapping: Omit<MappingRow, "is_main" | "is_whole">;
  readonly isMain: boolean | undefined;
  readonly isWhole: boolean | undefined;
}

const yes = new Set(["1", "true", "co", "x", "dung", "yes"]);
const no = new Set(["0", "false", "khong", "sai", "no"]);

/** What a text answers; undefined: it is empty, "unknown": it is neither yes nor no. */
const answerIn = (text: string): boolean | undefined | "unknown" => {
  const key = nameKey(text);
  if (key === "") return undefined;
  return yes.has(key) ? true : no.has(key) ? false : "unknown";
};
const stepKey = (
  step: Pick<MappingRow, "from_structure_code" | "from_level" | "from_code" | "to_structure_code">,
): string => `${step.from_structure_code} ${step.from_level} ${step.from_code} ${step.to_structure_code}`;

/**
 * Takes the file's steps from old units to new communes in. The file names every successor of each old unit it speaks of:
 * what it does not name goes. Where it does not say whole or part, a unit with one successor went
 * whole. Where it does not say the main successor, the present one stays if it is still among them, else the first named is. `known` is changed.
 */
export const planMappings = (known: Areas, rows: readonly LandedArea[], source: string): Verdict[] => {
  const verdicts: Verdict[] = [];
  const units = new Set(
    known.areas
      .filter((area) => !area.is_unknown)
      .map((area) => `${area.structure_code} ${area.level} ${area.area_code}`),
  );
  const steps = new Map<string, Step[]>();
  for (const row of rows) {
    const from_level = row.from_level === "district" ? "district" : "commune";
    const mapping = {
      from_structure_code: Number(row.from_structure_code),
      from_level,
      from_code: row.from_code,
      to_structure_code: Number(row.to_structure_code),
      to_code: row.to_code,
      source,
    } as const;
    const reject = (rule: string): number => verdicts.push({ row, rule, detail: `${row.from_code} → ${row.to_code}` });
    const own = steps.get(stepKey(mapping)) ?? [];
    const [isMain, isWhole] = [answerIn(row.is_main), answerIn(row.is_whole)];
    if (!units.has(`${mapping.from_structure_code} ${from_level} ${mapping.from_code}`)) reject("old_unit_unknown");
    else if (!units.has(`${mapping.to_structure_code} commune ${mapping.to_code}`)) reject("new_unit_unknown");
    else if (own.some((step) => step.mapping.to_code === mapping.to_code)) reject("duplicate_row");
    else if (isMain === "unknown" || isWhole === "unknown") reject("flag_unknown");
    else steps.set(stepKey(mapping), [...own, { row, mapping, isMain, isWhole }]);
  }

  const present = new Map<string, MappingRow[]>();
  for (const mapping of known.mappings)
    present.set(stepKey(mapping), [...(present.get(stepKey(mapping)) ?? []), mapping]);
  for (const [key, own] of steps) {
    const before = present.get(key) ?? [];
    const presentMain = before.find((each) => each.is_main)?.to_code;
    const main =
      own.find((step) => step.isMain === true)?.mapping.to_code ??
      own.find((step) => step.mapping.to_code === presentMain)?.mapping.to_code ??
      own[0]?.mapping.to_code;
    const after = own.map(({ row, mapping, isWhole }) => ({
      row,
      mapping: { ...mapping, is_whole: isWhole ?? own.length === 1, is_main: mapping.to_code === main },
    }));
    for (const { row, mapping } of after) {
      const was = before.find((each) => each.to_code === mapping.to_code);
      const detail = `${mapping.from_code} → ${mapping.to_code}`;
      if (was === undefined) verdicts.push({ row, rule: "mapping_new", detail });
      else if (was.is_whole !== mapping.is_whole || was.is_main !== mapping.is_main) {
        verdicts.push({ row, rule: "mapping_changed", detail });
      }
    }
    const dropped = before.filter((each) => !own.some((step) => step.mapping.to_code === each.to_code));
    const first = own[0];
    if (first !== undefined && dropped.length > 0) {
      const detail = dropped.map((each) => `${each.from_code} → ${each.to_code}`).join(", ");
      verdicts.push({ row: first.row, rule: "mapping_dropped", detail });
    }
    const isChanged =
      dropped.length > 0 ||
      after.some(({ mapping }) => {
        const was = before.find((each) => each.to_code === mapping.to_code);
        return was === undefined || was.is_whole !== mapping.is_whole || was.is_main !== mapping.is_main;
      });
    if (isChanged)
      present.set(
        key,
        after.map(({ mapping }) => mapping),
      );
  }
  known.mappings = [...present.values()].flat();
  return verdicts;
};
