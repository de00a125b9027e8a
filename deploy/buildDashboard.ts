import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const STAMP = "dashboard/dist/.sources";

/** Builds the dashboard if its sources changed since the last build. Returns whether it built. */
export async function buildDashboard(root: string): Promise<boolean> {
  const sources = await hashSources(root);
  const built = await readFile(join(root, STAMP), "utf8").catch(() => "");
  if (built === sources) return false;
  await runVite(root);
  await writeFile(join(root, STAMP), sources);
  return true;
}

async function hashSources(root: string): Promise<string> {
  const files = (await readdir(join(root, "dashboard"), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(root, "dashboard/dist")) && !/\.test\.tsx?$/.test(file))
    .sort();
  const hash = createHash("sha256");
  // What the dashboard is built from beside its own folder; the changelog is one of its pages.
  const besides = ["package-lock.json", "CHANGELOG.md"].map((name) => join(root, name));
  for (const file of [...files, ...besides]) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

/** In a process of its own: the bundler's memory and threads go away with it. */
function runVite(root: string): Promise<void> {
  const vite = spawn(
    process.execPath,
    [
      join(root, "node_modules/vite/bin/vite.js"),
      "build",
      "--config",
      "dashboard/vite.config.ts",
      "--logLevel",
      "warn",
    ],
    // As it is shipped, whatever runs the build: under "test" the bundler takes React's parts for developers.
    { cwd: root, env: { ...process.env, NODE_ENV: "production" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  vite.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  vite.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    vite.on("error", reject);
    vite.on("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The dashboard did not build.\n${output}\nfix: npm run build shows the whole message.`)),
    );
  });
}
