import type { Job } from "../../job.ts";
import { cleansePersonDays, personUnknownRule } from "../cleansePersonDays.ts";
import { dayOf } from "../dayOf.ts";
import { hashOf } from "../hashOf.ts";
import type { PersonDayRule } from "../personDayRule.ts";

export const certificateRules: readonly PersonDayRule[] = [
  {
    code: "person_id_missing",
    severity: "reject",
    sentence: { vi: "Thiếu mã đối tượng", en: "The person id is missing" },
    broken: "person_key = 0",
  },
  {
    code: "signed_date_missing",
    severity: "reject",
    sentence: { vi: "Thiếu ngày ký", en: "The day of signing is missing" },
    broken: "signed_on = ''",
  },
  {
    code: "signed_date_invalid",
    severity: "reject",
    sentence: { vi: "Ngày ký không phải là ngày", en: "The day of signing is not a date" },
    broken: "signed_on != '' AND day = toDate(0)",
  },
  {
    code: "signed_in_future",
    severity: "reject",
    sentence: { vi: "Ngày ký ở tương lai", en: "The signing lies in the future" },
    broken: "day > {as_of:Date}",
  },
  {
    code: "signed_before_campaign",
    severity: "reject",
    sentence: {
      vi: "Ngày ký trước khi chiến dịch tiêm bắt đầu (08/03/2021)",
      en: "The signing lies before the vaccination campaign's start (2021-03-08)",
    },
    broken: "day != toDate(0) AND day < {campaign_start:Date}",
  },
  {
    code: "duplicate_row",
    severity: "reject",
    sentence: {
      vi: "Lặp lại một dòng trước trong lô: cùng đối tượng, cùng ngày ký",
      en: "Repeats an earlier row of the batch: same person and day",
    },
    broken: "nth > 1 AND person_key != 0 AND day != toDate(0)",
  },
];

/** One row per signed vaccine passport. */
export const certificatesJob: Job = {
  name: "certificates",
  columns: [
    {
      name: "person_id",
      type: "code",
      aliases: ["ma_doi_tuong"],
      required: true,
      description: { vi: "Mã đối tượng", en: "Person id" },
      example: "DT0000000001",
    },
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
