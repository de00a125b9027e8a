import type { Browser } from "playwright-core";
import { z } from "zod";
import { pages } from "../../dashboard/pages/pages.ts";

export const widths = { 390: 844, 768: 1024, 1440: 900 } as const;
export const themes = ["light", "dark"] as const;

export interface Picture {
  /** "vaccination-1440-dark" */
  name: string;
  width: keyof typeof widths;
  theme: (typeof themes)[number];
  path: string;
}

/** Long after the sample's last day: what is counted from today is the same in every run. */
const TODAY = new Date("2022-07-04T08:00:00+07:00");
const facility = z.object({ data: z.array(z.object({ "resources.facility_code": z.string() })).min(1) });

const aFacility = async (url: string): Promise<string> => {
  const query = { measures: ["resources.doctors"], dimensions: ["resources.facility_code"], limit: 1 };
  const asked = new URL(`/cubejs-api/v1/load?query=${encodeURIComponent(JSON.stringify(query))}`, url);
  const [row] = facility.parse(await (await fetch(asked)).json()).data;
  return row?.["resources.facility_code"] ?? "";
};

/** Every page of the product at `url`, at three widths, in both themes. */
export async function everyPicture(url: string): Promise<Picture[]> {
  const code = await aFacility(url);
  return Object.entries(pages).flatMap(([page, { path, isOfOne }]: [string, (typeof pages)[keyof typeof pages]]) =>
    ([390, 768, 1440] as const).flatMap((width) =>
      themes.map((theme) => ({
        ...{ name: `${page}-${width}-${theme}`, width, theme },
        path: isOfOne ? `${path}/${encodeURIComponent(code)}` : path,
      })),
    ),
  );
}

/** A page from top to bottom, at a third of its size: enough to see that something has moved, and a ninth of the bytes. */
export async function takePicture(browser: Browser, url: string, { width, theme, path }: Picture): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width, height: widths[width] },
    deviceScaleFactor: 1 / 3,
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(TODAY);
    await page.goto(new URL(path, url).href);
    await page.waitForLoadState("networkidle", { timeout: 120_000 });
    await page.waitForFunction(() => document.querySelector(".pending, .skeleton") === null);
    // When something was loaded, and how long that took, is another in every run.
    await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const text = node.nodeValue ?? "";
        const fixed = text
          .replace(/\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/g, "01/07/2022 08:00")
          .replace(/[\d.,]+(\s)(giây|phút)/g, "1$1giây");
        if (fixed !== text) node.nodeValue = fixed;
      }
    });
    return await page.screenshot({ fullPage: true, animations: "disabled", caret: "hide" });
  } finally {
    await context.close();
  }
}
