import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWarehouse } from "./client.ts";
import { parseWarehouseConfig } from "./config.ts";
import { findFolderOwner, takeFolder } from "./folderOwner.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "folder-owner-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const script = `import { takeFolder } from ${JSON.stringify(fileURLToPath(new URL("./folderOwner.ts", import.meta.url)))};
  try {
    const folder = await takeFolder(${"process.env.FOLDER"});
    await folder.announce("http://127.0.0.1:4321");
    process.stdout.write("taken");
    setInterval(() => {}, 1000);
  } catch (error) {
    process.stdout.write(error.message + " fix: " + error.fix);
  }`;
const startAnother = () =>
  spawn(
    process.execPath,
    ["--import", createRequire(import.meta.url).resolve("tsx"), "--input-type=module", "-e", script],
    {
      env: { ...process.env, FOLDER: dataDir },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
const said = async (child: ReturnType<typeof startAnother>): Promise<string> =>
  String((await once(child.stdout, "data"))[0]);

test("a second process is told where the first one serves, and what to do", async () => {
  const first = startAnother();
  expect(await said(first)).toBe("taken");
  expect(await findFolderOwner(dataDir)).toMatchObject({ pid: first.pid, url: "http://127.0.0.1:4321" });
  await expect(takeFolder(dataDir)).rejects.toMatchObject({
    message: `The product already runs on ${dataDir}: http://127.0.0.1:4321 (process ${first.pid})`,
    fix: expect.stringMatching(/DATA_DIR=.* PORT=.* npm start/),
  });
  // Killed, it has left its file behind; the folder is free all the same.
  first.kill("SIGKILL");
  await once(first, "exit");
  const mine = await takeFolder(dataDir);
  expect(await findFolderOwner(dataDir)).toMatchObject({ pid: process.pid });
  await mine.release();
  expect(await findFolderOwner(dataDir)).toBeUndefined();
});

test("of several that start at the same moment, one has the folder, also where a killed one had left its file", async () => {
  await writeFile(join(dataDir, "product.json"), JSON.stringify({ pid: 2 ** 22 + 1, began: "1", url: "http://gone" }));
  const children = [1, 2, 3].map(startAnother);
  const words = await Promise.all(children.map(said));
  expect(words.filter((text) => text === "taken")).toHaveLength(1);
  expect(words.filter((text) => text.startsWith(`The product already runs on ${dataDir}`))).toHaveLength(2);
  for (const child of children) child.kill("SIGKILL");
});

test("a process that only has the number of a dead one does not count", async () => {
  await writeFile(join(dataDir, "product.json"), JSON.stringify({ pid: process.ppid, began: "1", url: "http://gone" }));
  await (await takeFolder(dataDir)).release();
});

test("a folder that cannot be written is refused at once, with what to do, wherever it is asked for", async () => {
  await writeFile(join(dataDir, "file"), "");
  const unwritable = ["/proc/moh-data", "/proc/moh/data", join(dataDir, "file"), join(dataDir, "file", "data")];
  for (const folder of unwritable) {
    const refusal = {
      name: "UserError",
      message: expect.stringContaining(`Nothing can be written to the data folder ${folder}`),
      fix: expect.stringContaining("DATA_DIR="),
    };
    await expect(takeFolder(folder)).rejects.toMatchObject(refusal);
    await expect(openWarehouse(parseWarehouseConfig({ DATA_DIR: folder }))).rejects.toMatchObject(refusal);
  }
  const deep = join(dataDir, "a", "b");
  await (await takeFolder(deep)).release();
  expect(await readdir(deep)).toEqual([]);
});
