import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FOR_READERS, parseChangelog } from "./parseChangelog.ts";

it("reads versions, sections and items that go over several lines", () => {
  const text =
    "# Changelog\n\nIntro.\n\n## Unreleased\n\n### Added\n- one\n  goes on\n- two\n\n## 0.1.0 — 2026-01-02\n### Fixed\n";
  expect(parseChangelog(text)).toEqual([
    { version: "Unreleased", date: null, sections: [{ title: "Added", items: ["one goes on", "two"] }] },
    { version: "0.1.0", date: "2026-01-02", sections: [{ title: "Fixed", items: [] }] },
  ]);
  expect(parseChangelog("")).toEqual([]);
});

it("has for every version something to tell the readers of the screens", () => {
  const releases = parseChangelog(readFileSync(join(import.meta.dirname, "../../../CHANGELOG.md"), "utf8"));
  expect(releases.length).toBeGreaterThan(0);
  for (const { version, sections } of releases) {
    const told = sections.find(({ title }) => title === FOR_READERS)?.items ?? [];
    expect([version, told.length > 0]).toEqual([version, true]);
  }
});
