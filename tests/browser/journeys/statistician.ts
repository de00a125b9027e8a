import { expect, it } from "vitest";
import { readCsv } from "../readCsv.ts";
import type { Reader } from "../reader.ts";

/** A statistician: any measure by a word of its definition, the whole table, and a figure that can be cited. */
export function statistician(newReader: () => Promise<Reader>): void {
  it("finds a measure without tone marks, takes the table of all provinces along, and cites a figure", async () => {
    const { page, open, settle, ask, cardValue } = await newReader();
    await open("/danh-muc");
    await page.getByRole("searchbox").fill("mui tiem da xac thuc");
    await page.getByText("Tỷ lệ mũi tiêm đã xác thực đúng", { exact: true }).first().waitFor();

    await open("/tiem-chung?structure=then");
    const table = page.getByRole("button", { name: "Tải tệp CSV: Mọi chỉ số theo tỉnh, thành phố" });
    const lines = await readCsv(page, table);
    const asked = await ask({
      measures: ["vaccination.doses_recorded"],
      dimensions: ["vaccination.then_province_code"],
    });
    expect(Object.fromEntries(lines.map((line) => [line.Mã, line["Số mũi đã ghi nhận"]]))).toEqual(
      Object.fromEntries(
        asked.map((row) => [row["vaccination.then_province_code"], String(row["vaccination.doses_recorded"])]),
      ),
    );
    // A file travels without its page: each line says that it is a sample.
    expect(lines.every((line) => Object.values(line).some((text) => text.includes("mẫu")))).toBe(true);

    const shown = await cardValue("Mũi đã ghi nhận");
    await page
      .getByRole("article", { name: "Mũi đã ghi nhận", exact: true })
      .getByRole("button", { name: /^Vì sao/ })
      .click();
    const code = (await page.getByRole("dialog").getByRole("code").textContent()) ?? "";
    await open(`/trich-dan/${code}`);
    await settle();
    expect((await page.getByRole("main").textContent())?.replaceAll(".", "")).toContain(String(shown));
  });

  it("narrows a page to what is chosen in one figure, and lays another province beside it", async () => {
    const { page, open, settle, ask, cardValue } = await newReader();
    const byCode = async (province: string) => {
      const [row] = await ask({
        measures: ["payments.transactions"],
        filters: [
          { member: "payments.then_province_code", operator: "equals", values: [province] },
          { member: "payments.method", operator: "equals", values: ["qr"] },
        ],
      });
      return Number(row?.["payments.transactions"]);
    };
    await open("/thanh-toan?area=01&structure=then");
    await page.getByRole("button", { name: "Mã QR", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /chỉ: Mã QR$/ }).waitFor();
    expect(new URL(page.url()).search).toContain("only=method:qr");
    await settle();
    await expect.poll(() => cardValue("Số giao dịch"), { timeout: 30_000 }).toBe(await byCode("01"));

    await page.getByRole("button", { name: /^So sánh với/ }).click();
    await page.locator("[role=combobox]:focus").waitFor();
    await page.keyboard.type("da nang", { delay: 20 });
    await page
      .getByRole("option", { name: /Đà Nẵng/ })
      .first()
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("with")).toBe("48");
    await page.keyboard.press("Escape");
    await settle();
    const beside = page.getByRole("row").filter({ hasText: "so với Đà Nẵng" }).first();
    // It stands before its figures do.
    await expect.poll(() => beside.textContent(), { timeout: 30_000 }).toMatch(/\d/);
    const table = page.getByRole("button", { name: /^Tải tệp CSV: Mọi chỉ số theo quận, huyện/ });
    const lines = await readCsv(page, table);
    expect(Number(lines.find((line) => line.Mã === "48")?.["Số giao dịch"])).toBe(await byCode("48"));

    await page.getByRole("button", { name: "Bỏ “Mã QR”" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: /Hà Nội$/ }).waitFor();
  });
}
