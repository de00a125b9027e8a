import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** Without a window to draw, the shell takes a quarter of the processor time that the whole browser takes for the same pages. */
const SHELL = "chromium-headless-shell";
const SYSTEM_PATHS = [SHELL, "chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);

/** Path of a Chromium to test with. Installs one where it can. @throws Error saying what to do by hand. */
export function findChromium(): string {
  const found = findInstalled();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update", "-q"]);
    // Older releases have the whole browser only.
    for (const name of [SHELL, "chromium"]) {
      if (!findInstalled()) run("apt-get", ["install", "-y", "-q", "--no-install-recommends", name]);
    }
  } else {
    run("npx", ["playwright-core", "install", "chromium"]);
  }
  const installed = findInstalled();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium, and none could be installed.\n" +
      "fix: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its executable.",
  );
}

function findInstalled(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  return [...(given ? [given] : []), ...SYSTEM_PATHS, chromium.executablePath()].find((path) => existsSync(path));
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
