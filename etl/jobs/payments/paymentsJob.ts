import type { Job } from "../../job.ts";
import { codeOf } from "../codeOf.ts";
import { countOf } from "../countOf.ts";
import { cleanseFacilityReports, rulesOfReports } from "../facilityReports/cleanseFacilityReports.ts";
import { findDifferingTotals } from "./findDifferingTotals.ts";
import { paymentColumns, paymentCounts, paymentFormColumns } from "./paymentColumns.ts";
import { paymentPeriod, paymentRules, totalRules } from "./paymentRules.ts";

/** Payments to facilities: a line for each day and method. */
export const paymentsJob: Job = {
  name: "payments",
  columns: paymentColumns,
  rules: rulesOfReports(paymentRules, Object.values(totalRules)),
  form: { rows: "empty", columns: paymentFormColumns },
  async cleanse(context) {
    const methods = await codeOf(context, "payment_method");
    return cleanseFacilityReports(
      context,
      {
        job: "payments",
        factTable: "mart.fct_payments",
        period: paymentPeriod,
        series: [],
        // Lines whose methods cannot be read are lines of different methods if they are written differently.
        lines: ["method_code", "unread_method"],
        counts: paymentCounts,
        expressions: [
          ["read_method", methods.code("source.method", "period")],
          ["method_code", "if(read_method = '', 'unknown', read_method)"],
          ["unread_method", "if(read_method = '', trimBoth(source.method), '')"],
          ["total_amount", countOf("source.total_amount_vnd")],
        ],
        params: methods.params,
        rules: paymentRules,
        content: ["total_amount"],
        facts: [
          ["method_code", "method_code"],
          ["transaction_count", "transaction_count"],
          ["amount_vnd", "amount_vnd"],
        ],
        figures: [{ table: "mart.fct_payments", columns: ["method_code", "transaction_count", "amount_vnd"] }],
        day: "payment_date",
      },
      { find: findDifferingTotals },
    );
  },
};
