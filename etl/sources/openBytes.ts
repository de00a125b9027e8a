import { createReadStream } from "node:fs";
import { pipeline, type Readable, Transform, type TransformCallback } from "node:stream";
import { createGunzip } from "node:zlib";
import { Decompress } from "fzstd";
import type { Compression, Encoding } from "./detectFormat.ts";

/** Bytes of UTF-16 text to bytes of UTF-8. */
const toUtf8 = (encoding: "utf-16le" | "utf-16be"): Transform => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      try {
        done(null, Buffer.from(decoder.decode(chunk, { stream: true })));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
    flush(done: TransformCallback) {
      try {
        done(null, Buffer.from(decoder.decode()));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
};

const tab = 0x09;
/** Stands for the tab on the way: ClickHouse's CSV takes any separator but a blank. */
export const tabStandIn = "\u001f";

const withoutTabs = (): Transform =>
  new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      const bytes = Buffer.from(chunk);
      const standIn = tabStandIn.charCodeAt(0);
      for (let at = bytes.indexOf(tab); at >= 0; at = bytes.indexOf(tab, at + 1)) bytes[at] = standIn;
      done(null, bytes);
    },
  });

/** Node 20 has no zstd of its own. */
const unzstd = (): Transform => {
  const parts: Uint8Array[] = [];
  const decoder = new Decompress((chunk) => parts.push(chunk.slice()));
  const feed = (transform: Transform, chunk: Uint8Array, isLast: boolean, done: TransformCallback): void => {
    try {
      decoder.push(chunk, isLast);
      for (const part of parts.splice(0)) transform.push(part);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      feed(this, chunk, false, done);
    },
    flush(done: TransformCallback) {
      feed(this, new Uint8Array(0), true, done);
    },
  });
};

/** A file's bytes, decompressed and turned to UTF-8 where needed. An error of any stage ends the last. */
export const openBytes = (
  path: string,
  compression: Compression,
  encoding: Encoding,
  onBytes: (chunk: Buffer) => void,
  options: { readonly replaceTabs?: boolean } = {},
): Readable => {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  file.on("data", (chunk) => onBytes(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)));
  file.pause();
  const stages: Transform[] = [];
  if (compression === "zstd") stages.push(unzstd());
  if (compression === "gzip") stages.push(createGunzip({ chunkSize: 256 * 1024 }));
  if (encoding !== "utf-8") stages.push(toUtf8(encoding));
  if (options.replaceTabs === true) stages.push(withoutTabs());
  return stages.reduce<Readable>((source, stage) => pipeline(source, stage, () => undefined), file);
};
