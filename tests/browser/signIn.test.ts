import { readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { newSampleDir, type RunningProduct, startProduct } from "../startProduct.ts";
import { launchBrowser } from "./launchBrowser.ts";
import { patience } from "./reader.ts";

const axeReport = z.object({ violations: z.array(z.object({ id: z.string() })) });

vi.setConfig({ testTimeout: 2 * patience });

let dataDir: string;
let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  dataDir = await newSampleDir();
  product = await startProduct(dataDir, { ACCOUNTS: "on" });
  browser = await launchBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.dispose();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

const openPage = async (path: string): Promise<Page> => {
  const page = await browser.newPage({ bypassCSP: true, reducedMotion: "reduce" });
  page.setDefaultTimeout(patience);
  await page.goto(new URL(path, product.url).href);
  return page;
};
const violationsIn = async (page: Page): Promise<string[]> => {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const report: unknown = await page.evaluate(`${axe}; axe.run()`);
  return axeReport.parse(report).violations.map(({ id }) => id);
};

it("stands before every figure, in both languages, for everyone", async () => {
  const page = await openPage("/tiem-chung?area=01");
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await page.getByRole("link", { name: "EN – English" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.close();
});

it("lets a department in by one click, to its own figures, and out again by the keyboard", async () => {
  const page = await openPage("/");
  await page.getByRole("button", { name: "Sở Y tế Thành phố Hà Nội" }).click();
  await page.getByRole("heading", { name: "Tổng quan · Thành phố Hà Nội" }).waitFor();
  expect(new URL(page.url()).searchParams.get("area")).toBe("01");
  await page.getByRole("button", { name: "Tài khoản: Sở Y tế" }).press("Enter");
  expect(await page.getByRole("dialog", { name: "Tài khoản: Sở Y tế" }).textContent()).toContain("Thành phố Hà Nội");
  expect(await violationsIn(page)).toEqual([]);
  await page.getByRole("button", { name: "Đăng xuất" }).press("Enter");
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  await page.close();
});

it("says of another department's figures that they are not the account's, and nothing of them", async () => {
  const page = await openPage("/");
  await page.getByRole("button", { name: "Sở Y tế Thành phố Hà Nội" }).click();
  await page.getByRole("heading", { name: "Tổng quan · Thành phố Hà Nội" }).waitFor();
  await page.goto(new URL("/tiem-chung?area=79", product.url).href);
  await page.getByText("Tài khoản này không được xem số liệu này").first().waitFor();
  await page.close();
});

it("opens the administrator's link, refuses a common password, and takes a long one", async () => {
  const link = /http:\S+#mat-khau=\S+/.exec(product.log())?.[0] ?? "";
  const page = await openPage(link);
  const password = page.getByLabel("Mật khẩu mới");
  await password.fill("123456123456");
  await password.press("Enter");
  await page.getByRole("alert").getByText("quá phổ biến").waitFor();
  expect(page.url()).not.toContain("mat-khau");
  await password.fill("một câu đủ dài để thử");
  await password.press("Enter");
  await page.getByLabel("E-mail").fill("quan-tri@noi-bo.invalid");
  await page.getByLabel("Mật khẩu").fill("một câu đủ dài để thử");
  await page.getByLabel("Mật khẩu").press("Enter");
  await page.getByRole("button", { name: "Tài khoản: Quản trị hệ thống" }).waitFor();
  await page.close();
});
