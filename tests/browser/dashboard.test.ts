import { readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { pages } from "../../dashboard/pages/pages.ts";
import { newSampleDir, type RunningProduct, startProduct } from "../startProduct.ts";
import { leader } from "./journeys/leader.ts";
import { province } from "./journeys/province.ts";
import { statistician } from "./journeys/statistician.ts";
import { launchBrowser } from "./launchBrowser.ts";
import { newReader, patience, type Reader } from "./reader.ts";

const axeReport = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

vi.setConfig({ testTimeout: 2 * patience });

let dataDir: string;
let product: RunningProduct;
let browser: Browser;
let readers: Reader[];
let page: Page;
let settle: Reader["settle"];
let ask: Reader["ask"];
let cardValue: Reader["cardValue"];

beforeAll(async () => {
  dataDir = await newSampleDir();
  product = await startProduct(dataDir);
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await product?.dispose();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

const seat = async (viewport?: { width: number; height: number }): Promise<Reader> => {
  const reader = await newReader(browser, product.url, viewport === undefined ? {} : { viewport });
  readers.push(reader);
  return reader;
};

beforeEach(() => {
  readers = [];
});

afterEach(async () => {
  const faults = readers.flatMap((reader) => reader.faults);
  for (const reader of readers) await reader.page.close();
  expect(faults, "errors in the browser's console").toEqual([]);
});

describe("a journey of a leader", () => leader(seat));
describe("a journey of a statistician", () => statistician(seat));
describe("a journey of a province", () => province(seat));

describe("a screen", () => {
  beforeEach(async () => {
    ({ page, settle, ask, cardValue } = await seat());
  });

  /** Opens a path and waits until its figures are there. */
  async function open(path: string): Promise<void> {
    const ofOne = path.startsWith(pages.facility.path) ? await aFacility(path) : path;
    await page.goto(new URL(ofOne, product.url).href);
    await settle();
  }

  /** The page of facilities, which shows one, at some facility of the sample. */
  async function aFacility(path: string): Promise<string> {
    const [row] = await ask({ dimensions: ["resources.facility_code"], measures: ["resources.doctors"], limit: 1 });
    return path.replace(pages.facility.path, `${pages.facility.path}/${row?.["resources.facility_code"]}`);
  }

  const mainText = (): Promise<string | null> => page.getByRole("main").textContent();

  describe("the overview", () => {
    it("shows the nation's figures as the model gives them, and says that they are a sample", async () => {
      await open("/");
      // One card for each subject area.
      await page.getByRole("article").nth(8).waitFor();
      expect(await page.getByRole("article").count()).toBe(9);
      await open("/tiem-chung");
      const [nation] = await ask({ measures: ["vaccination.doses_recorded", "vaccination.subjects_wrong"] });
      expect(await cardValue("Mũi đã ghi nhận")).toBe(Number(nation?.["vaccination.doses_recorded"]));
      expect(await cardValue("Đối tượng đang sai")).toBe(Number(nation?.["vaccination.subjects_wrong"]));
      await page.getByText("Dữ liệu mẫu 1/2.000", { exact: false }).first().waitFor();
    });

    it("always names both archipelagos on the map, in either structure", async () => {
      for (const structure of ["now", "then"]) {
        await open(`/?structure=${structure}`);
        const map = page.getByRole("group", { name: /^Bản đồ các tỉnh/ });
        await map.getByText("Hoàng Sa").first().waitFor();
        await map.getByText("Trường Sa").first().waitFor();
        expect(await map.getByRole("link").count()).toBe(structure === "now" ? 34 : 63);
      }
    });

    it("drills from the nation to a commune and back up with the browser's own button", async () => {
      await open("/?structure=then");
      await page
        .getByRole("group", { name: /^Bản đồ các tỉnh/ })
        .getByRole("link", { name: /^Hà Nội:/ })
        .click();
      await page.getByRole("heading", { level: 1, name: /Hà Nội/ }).waitFor();
      await settle();
      await page
        .getByRole("link", { name: /Quận Ba Đình/ })
        .first()
        .click();
      await page.getByRole("heading", { level: 1, name: /Ba Đình/ }).waitFor();
      await settle();
      await page
        .getByRole("link", { name: /Phường Phúc Xá/ })
        .first()
        .click();
      await page.getByRole("heading", { level: 1, name: /Phúc Xá/ }).waitFor();
      expect(new URL(page.url()).searchParams.get("area")).toBe("00001");
      await expect.poll(() => page.title()).toMatch(/^Tổng quan · Phường Phúc Xá · /);

      await page.goBack();
      await page.getByRole("heading", { level: 1, name: /Ba Đình/ }).waitFor();
      await page.getByRole("navigation", { name: "Đơn vị cấp trên" }).getByRole("link", { name: "Cả nước" }).click();
      await page.getByRole("heading", { level: 1, name: /^Tổng quan$/ }).waitFor();
    });

    it("shows the same figures when a link is opened elsewhere", async () => {
      const link = "/tiem-chung?area=79&date=2022-05-15&compare=year&measure=cleansing_progress&count=subjects";
      await open(link);
      const first = await mainText();
      const elsewhere = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const other = await elsewhere.newPage();
      await other.goto(page.url());
      await other.waitForLoadState("networkidle");
      await expect.poll(() => other.getByRole("main").textContent(), { timeout: 20_000 }).toBe(first);
      expect(first).toContain("15/05/2022");
      await elsewhere.close();
    });

    it("keeps an unknown value out, and says so", async () => {
      await open("/?area=999999&theme=pink");
      await page.getByText("theme", { exact: false }).first().waitFor();
      await page.getByRole("heading", { level: 1, name: "Tổng quan" }).waitFor();
    });
  });

  describe("the first sight", () => {
    it.each([
      ["/", 412],
      ["/", 1440],
      ["/tiem-chung", 412],
      ["/tiem-chung", 1440],
    ])("of %s at %i px stands still while its figures come, all asked for in one request", async (path, width) => {
      await page.setViewportSize({ width, height: 860 });
      await page.addInitScript(() => {
        const moved = { sum: 0 };
        Object.assign(window, { moved });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.sum += "value" in entry ? Number(entry.value) : 0;
        }).observe({ type: "layout-shift", buffered: true });
      });
      const questions: string[] = [];
      page.on("request", (request) => /\/api\/questions|\/load/.test(request.url()) && questions.push(request.url()));
      await open(path);
      await page.waitForFunction(() => document.querySelector(".pending, .skeleton") === null);
      const { sum } = z.object({ sum: z.number() }).parse(await page.evaluate("moved"));
      expect(sum).toBeLessThanOrEqual(0.02);
      expect(questions).toEqual([new URL("/api/questions", product.url).href]);
    });
  });

  describe("language and theme", () => {
    it("switches to English and to dark, keeping the place", async () => {
      await open("/tiem-chung?area=79");
      await page.getByRole("link", { name: "English" }).click();
      await page.getByRole("heading", { level: 1, name: /Vaccination/i }).waitFor();
      expect(new URL(page.url()).searchParams.get("area")).toBe("79");
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await background();
      await open("/tiem-chung?area=79&lang=en&theme=dark");
      expect(await background()).not.toBe(light);
    });
  });

  describe("the keyboard", () => {
    it("finds a commune without tone marks and opens it, with no mouse", async () => {
      await open("/");
      await page.keyboard.press("/");
      await page.locator("[role=combobox]:focus").waitFor();
      await page.keyboard.type("ba dinh", { delay: 20 });
      await page
        .getByRole("option", { name: /Ba Đình/ })
        .first()
        .waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: /Ba Đình/ }).waitFor();
    });

    it("reaches the content past the navigation with the first key", async () => {
      await open("/");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Đến nội dung chính");
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).hash).toBe("#main");
    });
  });

  describe("every page", () => {
    const axe = createRequire(import.meta.url).resolve("axe-core");
    const levels = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
    const colours = { type: "rule", values: ["color-contrast"] };
    const violations = async (runOnly: object): Promise<string[]> => {
      const options = JSON.stringify({ runOnly, resultTypes: ["violations"] });
      const report = axeReport.parse(await page.evaluate(`axe.run(${options})`));
      return report.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    const screens = [...Object.values(pages).map(({ path }) => path), "/tiem-chung?area=79&structure=then"];

    it.each(screens)("has no violation in either theme and language, and fits a phone: %s", async (screen) => {
      await open(screen);
      await page.evaluate(await readFile(axe, "utf8"));
      expect(await violations(levels), "in Vietnamese and light").toEqual([]);

      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(colours), "in dark").toEqual([]);

      await page.setViewportSize({ width: 360, height: 780 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, "wider than a phone, in pixels").toBeLessThanOrEqual(0);

      await page.getByRole("link", { name: "EN – English" }).click();
      await page.locator("html[lang=en]").waitFor();
      await settle();
      expect(await violations(levels), "in English, dark, on a phone").toEqual([]);
    });
  });
});
