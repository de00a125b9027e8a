import { expect, it } from "vitest";
import type { Reader } from "../reader.ts";

type NewReader = (viewport: { width: number; height: number }) => Promise<Reader>;

/** A leader of the Ministry: ten seconds on a phone, or a look at the wall. */
export function leader(newReader: NewReader): void {
  it("reads on a phone where we stand, who is behind, by how much, and whether the figure can be trusted", async () => {
    const { page, open, settle, ask } = await newReader({ width: 390, height: 844 });
    await open("/");
    const news = page.getByRole("region", { name: "Bản tin" }).getByRole("link");
    await news.nth(4).waitFor();
    expect(await news.count()).toBeLessThanOrEqual(10);
    expect(await news.first().textContent()).toMatch(/^Tiêm chủng và làm sạch: .*chậm nhất là /);

    // Who is behind, as the model says it: the lowest share first.
    const late = page.getByRole("region", { name: "Ai chậm nhất" }).getByRole("listitem");
    const [furthest] = await ask({
      measures: ["vaccination.cleansing_progress"],
      dimensions: ["vaccination.now_province_code", "vaccination.now_province_name"],
      order: { "vaccination.cleansing_progress": "asc" },
      filters: [{ member: "vaccination.cleansing_progress", operator: "set" }],
      limit: 1,
    });
    const name = String(furthest?.["vaccination.now_province_name"]);
    const share = Number(furthest?.["vaccination.cleansing_progress"]);
    const percent = `${(share * 100).toFixed(1).replace(".", ",")} %`;
    await expect
      .poll(async () => (await late.first().textContent())?.replace(/\s/g, " "))
      .toContain(`${name}${percent}`);

    await late.first().getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: new RegExp(name) }).waitFor();
    await settle();
    expect(new URL(page.url()).searchParams.get("area")).toBe(furthest?.["vaccination.now_province_code"]);

    // Where the figure comes from, down to the file.
    await page
      .getByRole("article", { name: /Tiến độ làm sạch$/ })
      .getByRole("button", { name: /^Vì sao/ })
      .click();
    const panel = page.getByRole("dialog", { name: "Tiến độ làm sạch" });
    await panel.getByText("Mũi tiêm", { exact: true }).click();
    await panel.getByText("doses.csv").first().waitFor();
    expect((await panel.textContent())?.replace(/\s/g, " ")).toContain(percent);
    await panel.getByRole("button", { name: "Đóng" }).click();
    await panel.waitFor({ state: "detached" });
  });

  it("looks at the wall, which turns by itself, and keeps its figures while the network is away", async () => {
    const { page, open, faults } = await newReader({ width: 1920, height: 1080 });
    await page.clock.install();
    await open("/?wall=1");
    const title = page.getByRole("heading", { level: 1 });
    await page.getByText("Số liệu đến").waitFor();
    const first = await title.textContent();
    expect(await page.getByRole("button").count()).toBe(0);
    const size = () =>
      page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    expect(await size(), "nothing to scroll to").toEqual([1920, 1080]);
    await page.setViewportSize({ width: 3840, height: 2160 });
    expect(await size(), "nothing to scroll to").toEqual([3840, 2160]);
    // Five metres away letters of 20 mm are read, a 250th: 54 pixels of a screen 1.4 m wide. Figures are twice that.
    const figures = page.getByRole("main").getByText(/^[\d.,]+/);
    const letters = await figures.evaluateAll((all) =>
      all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
    );
    expect(Math.max(...letters), "the size of figures, in pixels").toBeGreaterThan(100);
    await page.clock.fastForward(20_000);
    await expect.poll(() => title.textContent()).not.toBe(first);

    const lost = page.getByText("Mất kết nối từ");
    await page.context().setOffline(true);
    await page.clock.fastForward(60_000);
    await lost.waitFor();
    expect(await page.getByRole("main").textContent()).toMatch(/\d/);
    await page.context().setOffline(false);
    await page.clock.fastForward(60_000);
    await lost.waitFor({ state: "detached" });
    // A browser reports the requests that failed meanwhile.
    faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes("ERR_INTERNET_DISCONNECTED")));
  });
}
