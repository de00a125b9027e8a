import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./findChromium.ts";

/** A Chromium without a window that asks nothing of any server but those it is sent to. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
