import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMigrationFiles } from "./migrationFiles.ts";
import { findEdited, readReleasedMigrations, releaseMigrations } from "./releasedMigrations.ts";

describe("the migrations of a release", () => {
  it("are as they were released", async () => {
    const released = await readReleasedMigrations();
    expect(Object.keys(released)).toContain("0.2.0");
    expect(findEdited(released, await readMigrationFiles())).toEqual([]);
  });
});

describe("making a release", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "releases-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("adds what is new, and refuses what was edited or taken away since", async () => {
    const list = join(folder, "list.json");
    const release = (version: string): Promise<void> => releaseMigrations(version, list, folder);
    const versions = async (): Promise<unknown> =>
      Object.entries(await readReleasedMigrations(list)).map(([version, names]) => [version, Object.keys(names)]);
    await writeFile(list, "{}");
    await writeFile(join(folder, "0001_a.sql"), "SELECT 1");
    await release("1.0.0");
    await writeFile(join(folder, "0002_b.sql"), "SELECT 2");
    await release("1.1.0");
    await release("1.1.0");
    expect(await versions()).toEqual([
      ["1.0.0", ["0001_a"]],
      ["1.1.0", ["0002_b"]],
    ]);
    const before = await readFile(list, "utf8");
    await writeFile(join(folder, "0001_a.sql"), "SELECT 3");
    await expect(release("1.2.0")).rejects.toThrow("0001_a was released with 1.0.0 and has been edited");
    await rm(join(folder, "0001_a.sql"));
    await expect(release("1.2.0")).rejects.toThrow("0001_a was released with 1.0.0 and is missing");
    expect(await readFile(list, "utf8")).toBe(before);
  });
});
