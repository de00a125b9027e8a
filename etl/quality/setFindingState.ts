import { z } from "zod";
import { UserError } from "../../warehouse/UserError.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { provincePlace } from "./findingKey.ts";
import type { SettableState } from "./findingState.ts";

const counted = z.object({ findings: z.number() });

/** Digits as long as an ID number (9 or 12), also when written in groups. */
const holdsIdNumber = (note: string): boolean => /\d{9}/.test(note.replace(/(?<=\d)[ .](?=\d)/g, ""));

/**
 * Records what was done about a finding; it holds for every later load that has the finding, until it is set anew.
 * @throws UserError for a key that no published load has, an explanation without words, or a note with an ID number
 */
export const setFindingState = async (
  warehouse: Warehouse,
  key: string,
  state: SettableState,
  note: string,
): Promise<void> => {
  const words = note.trim();
  if (state === "explained" && words === "") {
    throw new UserError("An explained finding needs an explanation", { fix: 'add --note "…"' });
  }
  if (holdsIdNumber(words)) {
    throw new UserError("The note holds nine digits or more in a row, as an ID number has", {
      fix: "leave personal data out; write other long numbers in words (12 triệu)",
    });
  }
  const published = "finding_key = {key:String} AND load_id IN (SELECT load_id FROM ops.publications)";
  const [found] = await warehouse.query(
    `SELECT count() AS findings FROM mart.agg_findings_by_load WHERE ${published}`,
    { params: { key }, schema: counted },
  );
  if (found === undefined || found.findings === 0) {
    throw new UserError(`There is no finding ${key}`, { fix: "take the key from npm run etl -- findings" });
  }
  await warehouse.command(
    `INSERT INTO ops.finding_states (finding_key, job, rule_code, place_key, state, note, changed_at)
     SELECT finding_key, job, rule_code, ${provincePlace("place_key")}, {state:String}, {note:String}, now64(3)
     FROM mart.agg_findings_by_load WHERE ${published} LIMIT 1`,
    { params: { key, state, note: words } },
  );
};
