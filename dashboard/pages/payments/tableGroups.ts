import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { MeasureGroup } from "../../table/groupMeasures.ts";

/** Readiness, then what was paid; what is not named here follows at the end. */
export const tableGroups: readonly MeasureGroup<MeasureOf<"payments">>[] = [
  {
    title: "payments.group.readiness",
    measures: [
      "cashless_ready_hospital_rate",
      "cashless_ready_hospitals",
      "hospitals_grade_2_and_above",
      "cashless_ready_rate",
      "cashless_ready_facilities",
      "facilities",
      "facilities_reporting",
    ],
  },
  {
    title: "payments.group.transactions",
    measures: ["cashless_transaction_share", "cashless_transactions", "transactions"],
  },
  { title: "payments.group.amount", measures: ["cashless_amount_share", "cashless_amount_vnd", "amount_vnd"] },
];
