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

  /** After a failure: the engine may still have its end open, and nobody must meet it. */
  retire(path: string): void {
    rmSync(path, { force: true });
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

/** The reading end, and the hold of a writer on it: until `release`, the engine may open and close its end at will. */
export interface PipeReader {
  stream: Socket;
  /** Lets the end of file come once the engine has closed its end. */
  release(): void;
}

/**
 * Opens a pipe for reading at once, whether or not there is a writer yet. The engine may open a file
 * twice, as it does when it fails; without a hold the first close would end the stream, and the
 * second open would wait for a reader for ever.
 */
export function openPipeReader(path: string): PipeReader {
  const stream = new Socket({
    fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
    readable: true,
    writable: false,
  });
  const hold = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  return { stream, release: () => closeSync(hold) };
}

/** Gives its end of file to a reader that has opened the pipe after the writer had gone. */
export function endPipe(path: string): void {
  try {
    closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch (error) {
    if (errorCode(error) !== "ENXIO") throw error; // ENXIO: nobody reads.
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
