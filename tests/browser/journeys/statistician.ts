import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
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
    const [download] = await Promise.all([page.waitForEvent("download"), table.click()]);
    const lines: Record<string, string>[] = parse(await readFile(await download.path()), { bom: true, columns: true });
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
}
