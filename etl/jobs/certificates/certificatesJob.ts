import type { Job } from "../../job.ts";
import { cleansePersonDays, personUnknownRule } from "../cleansePersonDays.ts";
import { dayOf } from "../dayOf.ts";
import { hashOf } from "../hashOf.ts";
import { personColumn } from "../personColumn.ts";
import { type RowRule, rowRule } from "../rowRule.ts";

export const certificateRules: readonly RowRule[] = [
  rowRule("person_id_missing", "reject", "Thiếu mã đối tượng", "The person id is missing", "person_key = 0"),
  rowRule("signed_date_missing", "reject", "Thiếu ngày ký", "The day of signing is missing", "signed_on = ''"),
  rowRule(
    "signed_date_invalid",
    "reject",
    "Ngày ký không phải là ngày",
    "The day of signing is not a date",
    "signed_on != '' AND day = toDate(0)",
  ),
  rowRule("signed_in_future", "reject", "Ngày ký ở tương lai", "The signing lies in the future", "day > {as_of:Date}"),
  rowRule(
    "signed_before_campaign",
    "reject",
    "Ngày ký trước khi chiến dịch tiêm bắt đầu (08/03/2021)",
    "The signing lies before the vaccination campaign's start (2021-03-08)",
    "day != toDate(0) AND day < {campaign_start:Date}",
  ),
  rowRule(
    "duplicate_row",
    "reject",
    "Lặp lại một dòng trước trong lô: cùng đối tượng, cùng ngày ký",
    "Repeats an earlier row of the batch: same person and day",
    "nth > 1 AND person_key != 0 AND day != toDate(0)",
  ),
];

/** One row per signed vaccine passport. */
export const certificatesJob: Job = {
  name: "certificates",
  columns: [
    personColumn,
    {
      name: "signed_on",
      type: "day",
      aliases: ["ngay_ky"],
      required: true,
      hasFewValues: true,
      description: { vi: "Ngày ký", en: "Day of signing" },
      example: "15/04/2022",
    },
  ],
  rules: [...certificateRules.map(({ code, severity, sentence }) => ({ code, severity, sentence })), personUnknownRule],
  landingColumns: [
    { name: "person_key", type: "UInt128", expression: hashOf("person_id") },
    { name: "day", type: "Date", expression: dayOf("signed_on") },
  ],
  cleanse: (context) =>
    cleansePersonDays(context, {
      factTable: "mart.fct_certificates",
      dayColumn: "signed_date",
      rules: certificateRules,
      expressions: [],
      sameContent: "1",
      facts: [],
    }),
};
