import { execFile } from "node:child_process";
import { closeSync, constants, openSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";

const MADE_AT_ONCE = 16;
const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

/**
 * Named pipes between this process and the engine's threads, reused: nothing stays in a pipe that
 * nobody has open. Opened without blocking and read through the event loop, so that no thread
 * waits on this side.
 */
export class PipePool {
  readonly #folder: string;
  readonly #free: string[] = [];
  #made = 0;
  #making: Promise<void> | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Empties the folder: what is in it was left by a process that is gone. */
  static async create(folder: string): Promise<PipePool> {
    rmSync(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const pool = new PipePool(folder);
    await pool.#make();
    return pool;
  }

  async acquire(): Promise<string> {
    for (;;) {
      const path = this.#free.pop();
      if (path) return path;
      this.#making ??= this.#make().finally(() => {
        this.#making = undefined;
      });
      await this.#making;
    }
  }

  /** Only when the engine's statement over the pipe has settled and this side is closed. */
  release(path: string): void {
    this.#free.push(path);
  }

  /** A path for a file of its own, for what cannot go through a pipe. The caller removes it. */
  spoolPath(): string {
    return join(this.#folder, `spool-${++this.#made}`);
  }

  async #make(): Promise<void> {
    const paths = Array.from({ length: MADE_AT_ONCE }, () => join(this.#folder, `pipe-${++this.#made}`));
    await promisify(execFile)("mkfifo", ["-m", "600", ...paths]);
    this.#free.push(...paths);
  }
}

/** The reading end; opens at once, whether or not there is a writer yet. */
export function openPipeReader(path: string): Socket {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

/** Gives a reader its end of file when the writer may never have come. */
export function endPipe(path: string): void {
  try {
    closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch (error) {
    if (errorCode(error) !== "ENXIO") throw error; // ENXIO: the reader is closed already.
  }
}

/** The writing end, once the engine reads; undefined when `isOver` says it never will. */
export async function openPipeWriter(path: string, isOver: () => boolean): Promise<Socket | undefined> {
  for (let wait = 1; !isOver(); wait = Math.min(wait * 2, 20)) {
    try {
      const fd = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
      return new Socket({ fd, readable: false, writable: true });
    } catch (error) {
      if (errorCode(error) !== "ENXIO") throw error; // ENXIO: no reader yet.
    }
    await delay(wait);
  }
  return undefined;
}
