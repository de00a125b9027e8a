import type { Rule } from "../../job.ts";
import type { FacilityReport } from "../facilityReports/facilityReport.ts";
import { rowRules } from "../facilityReports/rowRules.ts";
import { type RowRule, rowRule } from "../rowRule.ts";
import { paymentCounts } from "./paymentColumns.ts";

export const paymentPeriod: FacilityReport["period"] = { kind: "day", column: "payment_date" };

/** VND in one transaction, above which an amount is taken for a slip of the pen. */
const mostOfOneTransaction = 10_000_000_000;

export const paymentRules: readonly RowRule[] = [
  ...rowRules({ period: paymentPeriod, counts: paymentCounts }),
  rowRule(
    "method_unknown",
    "finding",
    "Hình thức thanh toán thiếu hoặc không có trong danh mục; được tính vào chưa xác định",
    "The method is missing or in no list; the row counts as of an unknown one",
    "method_code = 'unknown'",
  ),
  rowRule(
    "total_invalid",
    "finding",
    "Tổng số tiền trong ngày không phải là số nguyên không âm, hoặc không rõ dấu ngăn cách; không đối chiếu được",
    "The day's whole amount is not a whole number of zero or more, or its marks may mean two things; nothing is compared with it",
    "total_amount < -1",
  ),
  rowRule(
    "amount_without_transactions",
    "finding",
    "Có số tiền nhưng không có giao dịch nào",
    "There is an amount, but no transaction",
    "amount_vnd > 0 AND transaction_count IN (0, -1)",
  ),
  rowRule(
    "amount_implausible",
    "finding",
    "Bình quân một giao dịch trên 10 tỷ đồng",
    "More than 10 billion VND per transaction on average",
    `transaction_count > 0 AND amount_vnd / transaction_count > ${mostOfOneTransaction}`,
  ),
];

/** What is found about all lines of a facility's day, listed at the first of them; over `told`, `cashless`, … of `findDifferences`. */
export const totalRules = {
  cashlessAbove: {
    code: "cashless_above_total",
    severity: "finding",
    sentence: {
      vi: "Số tiền không dùng tiền mặt lớn hơn tổng số tiền của cơ sở trong ngày",
      en: "Cashless amounts exceed the whole amount that the facility tells of the day",
    },
  },
  differs: {
    code: "total_differs",
    severity: "finding",
    sentence: {
      vi: "Tổng số tiền của cơ sở trong ngày khác tổng các hình thức thanh toán",
      en: "The whole amount that the facility tells of the day differs from the sum of its methods",
    },
  },
} as const satisfies Readonly<Record<string, Rule>>;
