import { type RowKinds, rowKindsOf } from "./rowKinds.ts";

/** Kinds of rows of cube/model/cubes/payment_rows.yml. */
const paymentRows: RowKinds = {
  payments: [
    "transactions",
    "cashless_transactions",
    "cashless_transaction_share",
    "amount_vnd",
    "cashless_amount_vnd",
    "cashless_amount_share",
    "facilities_reporting",
  ],
  facilities: [
    "facilities",
    "cashless_ready_facilities",
    "cashless_ready_rate",
    "provinces_at_least_half",
    "provinces_all",
    "provinces_now_at_least_half",
    "provinces_now_all",
  ],
};

/** Hidden members of the view payments. */
export const paymentsHidden = (members: readonly string[]): Readonly<Record<string, string>> => ({
  kinds: rowKindsOf(members, paymentRows, ["payments", "facilities"]).join(","),
});
