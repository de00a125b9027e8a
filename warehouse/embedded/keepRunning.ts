import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../UserError.ts";
import type { EmbeddedEngine } from "./startEmbedded.ts";

/** So many deaths within this time, and the engine is not started again: what kills it has to be looked at. */
export const MAX_DEATHS = 4;
export const DEATHS_WITHIN_MS = 60_000;
/** How long the engine may be away, e.g. while another process has the folder open. */
export const AWAY_MS = 30_000;
const RETRY_MS = 500;
/** An end that was asked for, as by Ctrl-C to the whole group, is known here a moment after the engine knows. */
const SETTLE_MS = 100;

export interface Supervision {
  /** Told of every death and every return, in words for whoever runs the product. */
  report(line: string): void;
  /** Told once when the engine is given up: the process should end, and its exit code say so. */
  onLost(error: UserError): void;
  /** Once aborted, the engine's end is no death. */
  signal: AbortSignal;
}

/**
 * Starts the engine again whenever it ends by itself. `start` must give it its address and credentials back, so that
 * whoever was connected finds it again.
 * @returns what ends it for good
 */
export function keepRunning(
  first: EmbeddedEngine,
  start: () => Promise<EmbeddedEngine>,
  { report, onLost, signal }: Supervision,
): () => Promise<void> {
  let engine: EmbeddedEngine | undefined = first;
  let starting: Promise<EmbeddedEngine> | undefined;
  let isStopped = false;
  const isOver = (): boolean => isStopped || signal.aborted;
  const deaths: number[] = [];

  const restart = async (): Promise<EmbeddedEngine | undefined> => {
    const died = performance.now();
    for (;;) {
      try {
        starting = start();
        return await starting;
      } catch (cause) {
        if (isOver()) return undefined;
        if (performance.now() - died > AWAY_MS) throw cause;
      } finally {
        starting = undefined;
      }
      await sleep(RETRY_MS);
    }
  };

  const watch = async (): Promise<void> => {
    while (engine) {
      const { pid, exited } = engine;
      const code = await exited;
      engine = undefined;
      await sleep(SETTLE_MS);
      if (isOver()) return;
      const died = performance.now();
      deaths.push(died);
      if (deaths.filter((at) => at > died - DEATHS_WITHIN_MS).length >= MAX_DEATHS) {
        onLost(
          new UserError(
            `The warehouse process ended ${MAX_DEATHS} times within ${DEATHS_WITHIN_MS / 1000} seconds (last ${describeExit(code)})`,
            {
              fix: "look for what kills it (memory, disk, the system's log), then start again; nothing that was stored is lost",
            },
          ),
        );
        return;
      }
      report(`the warehouse process ${pid} ended (${describeExit(code)}); starting it again`);
      engine = await restart();
      if (engine)
        report(`the warehouse is back after ${Math.round(performance.now() - died)} ms (process ${engine.pid})`);
    }
  };
  watch().catch((cause: unknown) => {
    onLost(
      new UserError(
        `The warehouse process ended and could not be started again: ${cause instanceof Error ? cause.message : String(cause)}`,
        { fix: "end whatever has its folder or port, then start again; nothing that was stored is lost", cause },
      ),
    );
  });

  return async () => {
    isStopped = true;
    const last = engine ?? (await starting?.catch(() => undefined));
    await last?.stop();
  };
}

const describeExit = (code: number | null): string => (code === null ? "killed" : `code ${code}`);
