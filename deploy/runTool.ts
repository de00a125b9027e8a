import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** Runs one of the product's own commands as a user would, its progress on this terminal. @throws Error if it fails. */
export function runTool(root: string, main: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, ["--import", tsx, join(root, main), ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    signal,
    killSignal: "SIGTERM",
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${main} ${args.join(" ")} ended with code ${code}.`)),
    );
  });
}
