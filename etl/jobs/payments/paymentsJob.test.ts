import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { SourceRow } from "../../job.ts";
import { runJob } from "../../run/runJob.ts";
import { openReportsTestBed, type ReportsTestBed, rulesOf } from "../../testing/reportsTestBed.ts";
import { testConfig } from "../../testing/runTestBed.ts";
import { paymentsJob } from "./paymentsJob.ts";

let bed: ReportsTestBed;
beforeAll(async () => {
  bed = await openReportsTestBed(paymentsJob, ["mart.fct_payments"]);
});
beforeEach(() => bed.forget());
afterAll(() => bed.close());

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");
const liveBytes = (): number => {
  if (typeof collectGarbage === "function") collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const aLine = (method: string, values: SourceRow = {}): SourceRow => ({
  ...{ facility_code: "01001", payment_date: "30/06/2022", method },
  ...{ transaction_count: "10", amount_vnd: "1.000.000" },
  ...values,
});
const columns = "facility_code, payment_date, method_code, transaction_count, amount_vnd";

describe("payments", () => {
  it("reads methods as facilities write them; a line without transactions says that the method is offered", async () => {
    await bed.list([["01001"]]);
    const summary = await bed.load("june", [
      aLine("Tiền mặt"),
      aLine("THẺ", { amount_vnd: "" }),
      aLine("chuyển khoản", { transaction_count: "", amount_vnd: "0" }),
      aLine("qr", { transaction_count: "0", amount_vnd: "0" }),
      aLine("Ví điện tử", { payment_date: "2022-06-29" }),
      aLine("mobile_money", { payment_date: "44741" }),
      aLine("séc"),
      aLine("hối phiếu"),
      aLine(""),
    ]);
    expect([summary.accepted, rulesOf(summary)]).toEqual([9, { method_unknown: 3 }]);
    expect(await bed.facts("mart.fct_payments", columns)).toEqual([
      "01001 2022-06-29 e_wallet 10 1000000",
      "01001 2022-06-29 mobile_money 10 1000000",
      "01001 2022-06-30 bank_transfer -1 0",
      "01001 2022-06-30 card 10 -1",
      "01001 2022-06-30 cash 10 1000000",
      "01001 2022-06-30 qr 0 0",
      "01001 2022-06-30 unknown 10 1000000",
      "01001 2022-06-30 unknown 10 1000000",
      "01001 2022-06-30 unknown 10 1000000",
    ]);
  });

  it("rejects lines that say nothing sure, and doubts amounts that cannot be", async () => {
    await bed.list([["01001"]]);
    const summary = await bed.load("bad", [
      aLine("cash", { facility_code: "" }),
      aLine("cash", { payment_date: "30/02/2022" }),
      aLine("cash", { payment_date: "01/01/2023" }),
      aLine("cash", { payment_date: "31/12/2014" }),
      aLine("cash", { amount_vnd: "-500" }),
      aLine("cash", { transaction_count: "1,5" }),
      aLine("cash", { transaction_count: "", amount_vnd: "" }),
      aLine("cash"),
      aLine("Tiền mặt"),
      aLine("tm", { amount_vnd: "1.000.001" }),
      aLine("card", { transaction_count: "0" }),
      aLine("qr", { transaction_count: "2", amount_vnd: "20.000.000.002" }),
      aLine("e_wallet", { transaction_count: "2", amount_vnd: "20.000.000.000" }),
      aLine("bank_transfer", { total_amount_vnd: "nhiều" }),
    ]);
    expect([summary.accepted, summary.rejected]).toEqual([5, 9]);
    expect(rulesOf(summary)).toEqual({
      ...{ facility_code_missing: 1, date_invalid: 1, date_in_future: 1, date_too_early: 1, count_invalid: 2 },
      ...{ count_missing: 1, duplicate_row: 1, report_conflict: 1, amount_without_transactions: 1 },
      ...{ amount_implausible: 1, total_invalid: 1 },
    });
    const details = (await bed.findings(summary)).filter(({ rule }) => rule === "count_invalid");
    expect(details.map(({ detail }) => detail)).toEqual(["2022-06-30: amount_vnd", "2022-06-30: transaction_count"]);
  });

  it("compares a facility's day with the whole that it reports, once a day", async () => {
    const total = (total_amount_vnd: string, values: SourceRow = {}) => ({ total_amount_vnd, ...values });
    const at = (facility_code: string, values: SourceRow = {}) => ({ facility_code, ...values });
    const summary = await bed.load("totals", [
      aLine("cash", total("2.000.000")),
      aLine("card", total("2000000")),
      aLine("cash", total("3.000.000", at("01002"))),
      aLine("card", at("01002")),
      aLine("card", total("1.500.000", at("01003"))),
      aLine("qr", total("1.500.000", at("01003"))),
      aLine("cash", total("5.000.000", at("01004"))),
      aLine("qr", at("01004", { amount_vnd: "" })),
      aLine("cash", total("1.000.000", at("01005"))),
      aLine("cash", total("999.999", at("01005", { payment_date: "29/06/2022" }))),
      aLine("cash", total("2.000.000", at("01006"))),
      aLine("card", total("2.500.000", at("01006"))),
      aLine("cash", at("01007")),
    ]);
    const found = (await bed.findings(summary)).filter(({ rule }) => /total/.test(rule));
    expect(found.map(({ row, rule, detail }) => [row, rule, detail])).toEqual([
      [3, "total_differs", "2022-06-30: 2000000 ≠ 3000000"],
      [5, "cashless_above_total", "2022-06-30: 2000000 > 1500000"],
      [5, "total_differs", "2022-06-30: 2000000 ≠ 1500000"],
      [10, "total_differs", "2022-06-29: 1000000 ≠ 999999"],
      [11, "total_differs", "2022-06-30: 2000000 ≠ 2500000"],
    ]);
  });

  it("replaces a facility's day whole where another batch reports it otherwise, and gives it back", async () => {
    await bed.list([["01001"]]);
    const effective = () =>
      bed.effectiveFacts("mart.fct_payments", "facility_code, payment_date", "payment_date, method_code, amount_vnd");
    await bed.load("one", [aLine("cash"), aLine("card"), aLine("cash", { payment_date: "29/04/2022" })]);
    const before = ["2022-04-29 cash 1000000", "2022-06-30 card 1000000", "2022-06-30 cash 1000000"];
    expect(await effective()).toEqual(before);
    const summary = await bed.load("two", [aLine("cash"), aLine("cash", { payment_date: "29/04/2022" })]);
    expect((await bed.findings(summary)).map(({ row, rule, detail }) => [row, rule, detail])).toEqual([
      [1, "month_missing", "2022-05"],
      [1, "reported_before", "2022-06-30: one → two"],
    ]);
    expect(await effective()).toEqual(["2022-04-29 cash 1000000", "2022-06-30 cash 1000000"]);
    await bed.unload("two");
    expect(await effective()).toEqual(before);
  });

  it("loads a hundred thousand lines without holding them", async () => {
    const [facilities, days] = [100, 250];
    const methods = ["Tiền mặt", "Thẻ", "Chuyển khoản", "QR"];
    const path = bed.folder.path("many.csv");
    const file = createWriteStream(path);
    file.write("ma_co_so,ngay,hinh_thuc_thanh_toan,so_giao_dich,so_tien\n");
    for (let day = 0; day < days; day++) {
      const date = new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10);
      const lines = Array.from({ length: facilities * methods.length }, (_, index) =>
        [`01${100 + (index % facilities)}`, date, methods[Math.floor(index / facilities)], "7", "700000"].join(","),
      );
      file.write(`${lines.join("\n")}\n`);
    }
    file.end();
    await finished(file);

    const before = liveBytes();
    let [most, calls] = [before, 0];
    const summary = await runJob(
      { job: paymentsJob, paths: [path], asOf: "2022-12-31" },
      {
        warehouse: bed.warehouse,
        config: testConfig,
        onProgress: () => {
          calls++;
          most = Math.max(most, liveBytes());
        },
      },
    );
    expect([summary.read, summary.accepted, rulesOf(summary)]).toEqual([
      100_000,
      100_000,
      { facility_unknown: 100_000 },
    ]);
    expect(calls).toBeGreaterThan(20);
    // As objects the rows would take more than two hundred bytes each, and the file alone has 3.8 MB.
    expect(most - before).toBeLessThan(10_000_000);
    const sums = await bed.warehouse.query(
      "SELECT count() AS rows, sum(transaction_count) AS transactions, sum(amount_vnd) AS amount FROM mart.fct_payments",
      { schema: z.object({ rows: z.number(), transactions: z.number(), amount: z.number() }) },
    );
    expect(sums).toEqual([{ rows: 100_000, transactions: 700_000, amount: 70_000_000_000 }]);
  });
});
