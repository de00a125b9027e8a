import { known, reported } from "./filledFields.ts";
import type { Source } from "./source.ts";

export const payments = {
  title: { vi: "Thanh toán của cơ sở theo hình thức", en: "Payments to facilities by method" },
  kind: "facility report",
  tables: ["mart.fct_payments"],
  days: { of: "facts", table: "mart.fct_payments", day: "payment_date" },
  placed: {
    table: "mart.fct_payments",
    filledFields: [...known("method_code"), ...reported("transaction_count", "amount_vnd")],
  },
  needs: ["codes", "facilities"],
  sample: "reports",
} as const satisfies Source;
