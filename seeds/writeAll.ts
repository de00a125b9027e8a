import { writeSync } from "node:fs";

/** Writes all the bytes, however few the system takes at a time. */
export function writeAll(file: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done);
}
