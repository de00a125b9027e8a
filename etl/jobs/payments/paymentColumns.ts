import { reportCodes } from "../../../warehouse/reference/codes/reportCodes.ts";
import type { SourceColumn } from "../../job.ts";
import type { CountColumn } from "../facilityReports/facilityReport.ts";
import { facilityColumns } from "../facilityReports/reportSourceColumns.ts";
import { sourceColumn } from "../sourceColumn.ts";

const methodNames = (reportCodes.payment_method ?? []).map(([, nameVi]) => nameVi);

export const paymentColumns: readonly SourceColumn[] = [
  ...facilityColumns,
  {
    ...sourceColumn("payment_date", "day", ["ngay"], "Ngày thanh toán", "Day of the payments", "30/06/2022"),
    required: true,
  },
  {
    ...sourceColumn(
      "method",
      "text",
      ["hinh_thuc_thanh_toan", "hinh_thuc"],
      "Hình thức thanh toán: tiền mặt, thẻ, chuyển khoản, mã QR, ví điện tử, Mobile Money",
      "Method: cash, card, bank_transfer, qr, e_wallet, mobile_money",
      "Chuyển khoản",
    ),
    required: true,
    hasFewValues: true,
    choices: methodNames,
  },
  sourceColumn(
    "transaction_count",
    "count",
    ["so_giao_dich"],
    "Số giao dịch; 0 nếu cơ sở chấp nhận hình thức này nhưng trong ngày không có giao dịch",
    "Transactions; 0 where the facility accepts the method but had none on the day",
    "182",
  ),
  sourceColumn("amount_vnd", "amount", ["so_tien"], "Số tiền (đồng)", "Amount, VND", "45.600.000"),
  sourceColumn(
    "total_amount_vnd",
    "amount",
    ["tong_so_tien"],
    "Tổng số tiền của cơ sở trong ngày, mọi hình thức (đồng); chỉ để đối chiếu",
    "The facility's whole amount of the day, by all methods, VND; for comparison only",
    "128.900.000",
  ),
];

export const paymentFormColumns: readonly string[] = [
  ...[
    "facility_code",
    "facility_name",
    "payment_date",
    "method",
    "transaction_count",
    "amount_vnd",
    "total_amount_vnd",
  ],
];

/** Amounts up to a million billion VND, as far as `countOf` reads. */
export const paymentCounts: readonly CountColumn[] = [
  { name: "transaction_count", atMost: 10_000_000 },
  { name: "amount_vnd", atMost: 1_000_000_000_000_000 },
];
