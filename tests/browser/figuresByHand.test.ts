import { join } from "node:path";
import { pino } from "pino";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunningServer, startServer } from "../../cube/server/startServer.ts";
import { type BaseFacts, type Cut, type Figures, readBaseFacts } from "../../cube/testing/baseFacts/baseFacts.ts";
import { figuresOf, lastDay } from "../../cube/testing/baseFacts/figuresOf.ts";
import { peopleOf } from "../../cube/testing/baseFacts/peopleOf.ts";
import { kindsOf } from "../../dashboard/data/measuresOf.ts";
import { createFormat, MISSING } from "../../dashboard/format/createFormat.ts";
import { formatMeasure } from "../../dashboard/format/formatMeasure.ts";
import { type Page as PageRecord, pages } from "../../dashboard/pages/pages.ts";
import { parseUrl } from "../../dashboard/url/viewState.ts";
import type { WhyCell } from "../../dashboard/url/whyCell.ts";
import { loadCatalogue } from "../../dashboard/why/loadCatalogue.ts";
import { buildDashboard } from "../../deploy/buildDashboard.ts";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { everySubjectData } from "../golden/loadEverySubject.ts";
import { launchBrowser } from "./launchBrowser.ts";
import { readCsv } from "./readCsv.ts";

/** Every page of a subject, of the nation; and of a province one that counts people and one that counts facilities. */
const screens = [
  ...Object.values(pages)
    .filter(({ isReference, isOfOne }: PageRecord) => !isReference && !isOfOne)
    .map(({ path, view }) => ({ path, view, area: undefined })),
  ...[pages.vaccination, pages.resources].map(({ path, view }) => ({ path, view, area: "79" })),
];
const root = join(import.meta.dirname, "../..");
const format = createFormat("vi");

let warehouse: TestWarehouse;
let server: RunningServer;
let facts: BaseFacts;
/** The days that screens show unless a reader chooses others. */
let everyDay: [string, string];
/** How many figures were read off a screen. */
let compared = 0;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await buildDashboard(root);
  warehouse = await openTestWarehouse({ holding: everySubjectData });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
  facts = await readBaseFacts(warehouse);
  const about: unknown = await (await fetch(new URL("/api/about", server.url))).json();
  everyDay = ["1970-01-01", z.object({ dataDate: z.string() }).parse(about).dataDate];
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  // Each card says by its address which figure it shows; where that comes from is not asked here.
  await page.route("**/api/lineage*", (route) => route.abort());
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await warehouse?.close();
});

async function open(path: string, area: string | undefined): Promise<void> {
  const url = new URL(path, server.url);
  url.search = new URLSearchParams({ structure: "then", ...(area === undefined ? {} : { area }) }).toString();
  await page.goto(url.href);
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector(".pending, .skeleton") === null);
}

/** The figures of a view in an area as of the last of some days, counted over the facts. */
function countByHand(view: string, area: string | undefined, [from, until]: readonly [string, string]): Figures {
  const publication = facts.publications.at(-1) ?? 0;
  const reach = lastDay(facts, view, publication);
  const cut: Cut = {
    ...{ from, to: reach !== undefined && reach < until ? reach : until, publication },
    holds: (place) => area === undefined || facts.placeOf(place)?.text("then_province_code") === area,
  };
  return figuresOf[view]?.(facts, cut, peopleOf(facts, cut, "province")) ?? {};
}

/** By "view.measure", each as the screen writes it. */
type Written = Record<string, string>;

const asked = (): WhyCell | null => parseUrl(new URL(page.url())).view.why;

/** The cards of a page, and what each should say. */
async function readCards(area: string | undefined): Promise<{ shown: Written; counted: Written }> {
  const shown: Written = {};
  const counted: Written = {};
  for (const card of await page.locator("article.kpi").all()) {
    await card.getByRole("button", { name: /^Vì sao/ }).click();
    await page.getByRole("dialog").waitFor();
    const cell = asked();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    if (cell === null) continue;
    const { view, measure } = cell;
    const figure = card.locator(".kpi-value").getByRole("img");
    shown[`${view}.${measure}`] =
      (await figure.count()) === 0 ? MISSING : ((await figure.getAttribute("aria-label")) ?? "");
    const value = countByHand(view, area, cell.days ?? everyDay)[measure] ?? null;
    const unit = kindsOf(view).measures[measure] ?? "number";
    counted[`${view}.${measure}`] = formatMeasure(value, { unit }, format, "full");
  }
  return { shown, counted };
}

/** The table of the units below an area, as it is downloaded: the code of each, and its figures by their titles. */
async function readTable(): Promise<Written[]> {
  const button = page.getByRole("button", { name: /^Tải tệp CSV: Mọi chỉ số theo/ });
  return (await button.count()) === 0 ? [] : readCsv(page, button);
}

describe("figures on screen", () => {
  it.each(screens)("of $path are those counted over the facts of area $area", async ({ path, view, area }) => {
    await open(path, area);
    const { shown, counted } = await readCards(area);
    expect(shown).toEqual(counted);
    compared += Object.keys(shown).length;

    // Rows of files are counted for the nation alone; of districts too little is in the scenario.
    if (view === "data_quality" || area !== undefined) return;
    const { measures } = await loadCatalogue(view);
    for (const row of await readTable()) {
      const byHand = countByHand(view, row.Mã, everyDay);
      const inTable = measures.filter(({ title }) => row[title.vi] !== undefined);
      expect([row.Mã, ...inTable.map(({ name, title }) => [name, row[title.vi]])]).toEqual([
        row.Mã,
        ...inTable.map(({ name }) => [name, String(byHand[name] ?? "")]),
      ]);
      compared += inTable.length;
    }
  });

  it("were looked at: those of the cards, and every measure of every province in the tables", () => {
    expect(compared).toBeGreaterThan(350);
  });
});
