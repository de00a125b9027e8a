/**
 * The embedded engine as a process: `node --import tsx warehouse/embedded/main.ts`, configured by
 * environment variables (see `embeddedConfig`). Sends `{type: "ready", …}` to its parent when it serves;
 * without a parent, writes the URL to standard output. SIGTERM and SIGINT let running statements finish.
 */
import { spawn } from "node:child_process";
import { embeddedConfig, poolThreads } from "./embeddedConfig.ts";
import { stderrLog } from "./engineLog.ts";
import { runEngine } from "./runEngine.ts";

const config = embeddedConfig(process.env);
const threads = String(poolThreads(config));

if (process.env.UV_THREADPOOL_SIZE === threads) await serve();
else restart();

// The pool's size is read when the process starts, before a line of ours has run.
function restart(): void {
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env: { ...process.env, UV_THREADPOOL_SIZE: threads, TZ: "UTC" },
    stdio: "inherit",
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

async function serve(): Promise<void> {
  delete process.env.EMBEDDED_PASSWORD;
  const log = stderrLog;
  try {
    const engine = await runEngine(config, log);
    const { running } = engine;
    let isStopping = false;
    const stop = async (): Promise<void> => {
      if (isStopping) return;
      isStopping = true;
      const isIdle = await engine.stop();
      log("info", "stopped", { isIdle });
      process.send?.({ type: "stopped" });
      if (isIdle) {
        await engine.close();
        process.exit(0);
      }
      // A statement that would not die holds engine threads, and an orderly exit would wait for them for ever.
      process.kill(process.pid, "SIGKILL");
    };
    process.on("SIGTERM", () => void stop());
    process.on("SIGINT", () => void stop());
    if (process.send) {
      if (!config.detached) process.on("disconnect", () => void stop());
      process.send({ type: "ready", running });
    } else process.stdout.write(`${running.url}\n`);
    log("info", "serving", { url: running.url, pid: running.pid });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log("error", message, { stack: error instanceof Error ? error.stack : undefined });
    if (process.send)
      await new Promise<void>((resolve) => process.send?.({ type: "failed", message }, () => resolve()));
    process.exit(1);
  }
}
