import { nameKey, nameKeyOf } from "../../../warehouse/textKey.ts";
import type { Job } from "../../job.ts";
import { cleansePersonDays, personUnknownRule } from "../cleansePersonDays.ts";
import { dayOf } from "../dayOf.ts";
import { hashOf } from "../hashOf.ts";
import { personColumn } from "../personColumn.ts";
import { resultClasses, verificationRules } from "./verificationRules.ts";

const spellings = resultClasses.flatMap(({ code, value, phrases }) =>
  [code, ...phrases].map((phrase) => ({ key: nameKey(phrase), value })),
);
const resultValue = `transform(${nameKeyOf("result")},
  [${spellings.map(({ key }) => `'${key}'`).join(", ")}], [${spellings.map(({ value }) => value).join(", ")}], 0)`;

/** One row per person and check against the national population database. */
export const verificationsJob: Job = {
  name: "verifications",
  columns: [
    personColumn,
    {
      name: "checked_on",
      type: "day",
      aliases: ["ngay_xac_thuc"],
      required: true,
      hasFewValues: true,
      description: { vi: "Ngày xác thực", en: "Day of the check" },
      example: "24/03/2022",
    },
    {
      name: "result",
      type: "text",
      aliases: ["ket_qua"],
      required: true,
      hasFewValues: true,
      description: {
        vi: `Kết quả: ${resultClasses.map(({ code, phrases }) => `${code} (${phrases[0]})`).join("; ")}`,
        en: `Result: ${resultClasses.map(({ code }) => code).join(", ")}, or the Vietnamese words for it`,
      },
      example: "wrong_birth_date",
    },
  ],
  rules: [
    ...verificationRules.map(({ code, severity, sentence }) => ({ code, severity, sentence })),
    personUnknownRule,
  ],
  landingColumns: [
    { name: "person_key", type: "UInt128", expression: hashOf("person_id") },
    { name: "day", type: "Date", expression: dayOf("checked_on") },
  ],
  cleanse: (context) =>
    cleansePersonDays(context, {
      factTable: "mart.fct_verifications",
      dayColumn: "checked_date",
      rules: verificationRules,
      expressions: [["result_value", resultValue]],
      sameContent: "result_value",
      facts: [["result", "result_value"]],
    }),
};
