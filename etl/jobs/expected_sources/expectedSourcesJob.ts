import { fileURLToPath } from "node:url";
import type { Job, SourceColumn } from "../../job.ts";
import { cleanseRows, repeatedRowRules, withoutCondition } from "../cleanseRows.ts";
import { codeOf } from "../codeOf.ts";
import { countOf } from "../countOf.ts";
import { dayOf } from "../dayOf.ts";
import { sourceColumn } from "../sourceColumn.ts";
import { lastDayOf } from "../validityPeriods.ts";
import { wordOf } from "../wordOf.ts";
import { expectedSourceRules } from "./expectedSourceRules.ts";

const columns: readonly SourceColumn[] = [
  sourceColumn(
    "job",
    "text",
    ["nguon", "loai_du_lieu"],
    "Nguồn (tên loại dữ liệu)",
    "Source (name of the job)",
    "resources",
    true,
  ),
  sourceColumn(
    "sender",
    "text",
    ["ben_gui"],
    "Bên gửi: bộ, tỉnh hoặc cơ sở",
    "Who sends: ministry, province or facility",
    "cơ sở",
    true,
  ),
  sourceColumn(
    "facility_type",
    "text",
    ["loai_co_so"],
    "Chỉ các cơ sở loại này; để trống: mọi loại",
    "Only facilities of this type; empty for all",
    "bệnh viện",
  ),
  sourceColumn(
    "ownership",
    "text",
    ["hinh_thuc"],
    "Chỉ các cơ sở công lập hoặc tư nhân; để trống: tất cả",
    "Only public or private facilities; empty for all",
    "công lập",
  ),
  sourceColumn(
    "rhythm",
    "text",
    ["nhip", "chu_ky"],
    "Nhịp gửi: ngày, tuần, tháng hoặc năm",
    "Rhythm: daily, weekly, monthly or yearly",
    "tháng",
    true,
  ),
  sourceColumn(
    "days_due",
    "number",
    ["han_gui", "so_ngay_han"],
    "Hạn gửi: số ngày sau khi kết thúc kỳ",
    "Days after the end of a period within which its report is due",
    "10",
    true,
  ),
  sourceColumn(
    "valid_from",
    "day",
    ["hieu_luc_tu"],
    "Ngày đầu áp dụng; để trống: từ trước đến nay",
    "First day that it holds; empty: always has",
    "01/01/2022",
  ),
  sourceColumn(
    "valid_to",
    "day",
    ["hieu_luc_den"],
    "Ngày cuối áp dụng; để trống: đang áp dụng",
    "Last day that it holds; empty: in force",
    "",
  ),
  sourceColumn(
    "legal_basis",
    "text",
    ["can_cu"],
    "Căn cứ",
    "Legal basis, or that it is a convention",
    "Quyết định 2491/QĐ-BYT, mục II",
  ),
];

/** Who is expected to send what, and how often: reference data that ships with the product and that an operator replaces. */
export const expectedSourcesJob: Job = {
  name: "expected_sources",
  columns,
  rules: [...expectedSourceRules, ...repeatedRowRules].map(withoutCondition),
  defaultFiles: [fileURLToPath(new URL("./expected_sources.csv", import.meta.url))],
  cleanse: async (context) => {
    const type = await codeOf(context, "facility_type");
    const ownership = await codeOf(context, "ownership");
    return cleanseRows(context, {
      factTable: "mart.dim_expected_sources",
      expressions: [
        ["source_job", "trimBoth(job)"],
        [
          "sender_code",
          wordOf("sender", { ministry: ["bộ", "bộ y tế"], province: ["tỉnh", "sở y tế"], facility: ["cơ sở"] }),
        ],
        ["type_code", type.code("facility_type", "{as_of:Date}")],
        ["owner_code", ownership.code("ownership", "{as_of:Date}")],
        [
          "rhythm_code",
          wordOf("rhythm", {
            daily: ["ngày", "hằng ngày"],
            weekly: ["tuần", "hằng tuần"],
            monthly: ["tháng", "hằng tháng"],
            yearly: ["năm", "hằng năm"],
          }),
        ],
        ["due", countOf("days_due")],
        ["start", dayOf("valid_from")],
        ["stop", lastDayOf("valid_to")],
      ],
      rules: expectedSourceRules,
      key: ["source_job", "sender_code", "type_code", "owner_code", "start"],
      content: ["rhythm_code", "due", "stop", "trimBoth(legal_basis)"],
      placeKey: "0",
      facts: [
        ["job", "source_job"],
        ["sender", "sender_code"],
        ["facility_type", "type_code"],
        ["ownership", "owner_code"],
        ["rhythm", "rhythm_code"],
        ["days_due", "due"],
        ["valid_from", "start"],
        ["valid_to", "stop"],
        ["legal_basis", "trimBoth(legal_basis)"],
      ],
      day: undefined,
      params: { ...type.params, ...ownership.params },
    });
  },
};
