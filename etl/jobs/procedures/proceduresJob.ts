import type { Job } from "../../job.ts";
import { cleanseRows, repeatedRowRules } from "../cleanseRows.ts";
import { codeTextOf } from "../codeTextOf.ts";
import { withoutCondition } from "../rowRule.ts";
import { periodExpressions } from "../validityPeriods.ts";
import { wordOf } from "../wordOf.ts";
import { procedureColumns } from "./procedureColumns.ts";
import { procedureRules } from "./procedureRules.ts";

const answers = { yes: ["có", "1", "true", "x", "đã", "đúng"], no: ["không", "0", "false", "chưa", "sai"] };
const levels = {
  ministry: ["bộ", "trung ương", "Bộ Y tế"],
  province: ["tỉnh", "sở"],
  district: ["huyện"],
  commune: ["xã"],
};

/** Administrative procedures of the health sector with the periods of their attributes; each load replaces its batch's list. */
export const proceduresJob: Job = {
  name: "procedures",
  columns: procedureColumns,
  rules: [...procedureRules, ...repeatedRowRules].map(withoutCondition),
  cleanse: (context) =>
    cleanseRows(context, {
      factTable: "mart.dim_procedures",
      expressions: [
        ["code", codeTextOf("procedure_code")],
        ...periodExpressions,
        ["level", wordOf("handling_level", levels)],
        ["eligible", wordOf("is_eligible", answers)],
        [
          "full_online",
          wordOf("is_full_online", {
            ...answers,
            no: [...answers.no, "một phần"],
            yes: [...answers.yes, "toàn trình"],
          }),
        ],
        ["on_portal", wordOf("is_on_national_portal", answers)],
      ],
      rules: procedureRules,
      key: ["code", "first_day"],
      content: ["trimBoth(name)", "level", "eligible", "full_online", "on_portal", "told_last_day"],
      placeKey: "0",
      details: {
        period_overlap: "code",
        handling_level_unknown: "trimBoth(handling_level)",
        full_online_not_eligible: "code",
      },
      facts: [
        ["procedure_code", "code"],
        ["valid_from", "first_day"],
        ["valid_to", "last_day"],
        ["name", "normalizeUTF8NFC(trimBoth(name))"],
        ["handling_level", "if(level = '', 'unknown', level)"],
        ["is_eligible", "eligible = 'yes'"],
        ["is_full_online", "full_online = 'yes'"],
        ["is_on_national_portal", "on_portal = 'yes'"],
      ],
      day: undefined,
    }),
};
