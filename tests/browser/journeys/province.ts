import { expect, it } from "vitest";
import { readCsv } from "../readCsv.ts";
import type { Reader } from "../reader.ts";

/** A provincial health department: its targets, what is left, where, and why. */
export function province(newReader: () => Promise<Reader>): void {
  it("sees what is left in which unit and at which facility, takes the list along, and follows its targets", async () => {
    const { page, open, settle, ask } = await newReader();
    await open("/viec-can-lam?area=79&structure=then");
    const list = page.getByRole("button", { name: "Tải tệp CSV: Còn cần làm sạch ở từng quận, huyện" });
    const lines = await readCsv(page, list);
    const [whole] = await ask({
      measures: ["vaccination.subjects_to_clean"],
      filters: [{ member: "vaccination.then_province_code", operator: "equals", values: ["79"] }],
    });
    const left = lines.map((line) => Number(line["Số đối tượng cần làm sạch"]));
    expect(left.reduce((sum, each) => sum + each, 0)).toBe(Number(whole?.["vaccination.subjects_to_clean"]));
    expect(left).toEqual([...left].sort((a, b) => b - a));

    // The unit with most left, and the facility with most left in it.
    await page.getByRole("grid").first().getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: new RegExp(String(lines[0]?.["Đơn vị"])) }).waitFor();
    await settle();
    await page.getByRole("grid").last().getByRole("link").first().click();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/co-so\/.+/);
    await settle();

    await open("/chi-tieu?area=79&structure=then");
    await page.getByRole("heading", { name: "Các chỉ tiêu của đơn vị" }).waitFor();
    expect(await page.getByRole("main").textContent()).toMatch(/chậm|đúng tiến độ|đạt/);

    // Which facilities have not reported of late.
    await open("/nguon-luc?area=79&structure=then");
    await page.getByRole("heading", { name: "Các cơ sở y tế" }).waitFor();
  });
}
