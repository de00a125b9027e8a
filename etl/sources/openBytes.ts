import { createReadStream } from "node:fs";
import { pipeline, type Readable, Transform, type TransformCallback } from "node:stream";
import { createGunzip } from "node:zlib";
import { Decompress } from "fzstd";
import { checkUtf8 } from "./checkUtf8.ts";
import type { Compression, Encoding } from "./detectFormat.ts";
import { legacyToUtf8 } from "./legacyToUtf8.ts";

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

/** What a file's bytes are: how they are packed, and in which encoding, where they are text. */
export interface ContentForm {
  readonly compression: Compression;
  /** Undefined: no text. */
  readonly encoding: Encoding | undefined;
  /** The encoding was given with the command: text that looks like another is believed. */
  readonly isEncodingTold?: boolean;
}

const decoding = ({ encoding, isEncodingTold = false }: ContentForm): Transform[] => {
  if (encoding === undefined) return [];
  if (encoding === "utf-8") return [checkUtf8({ mayBeFontText: isEncodingTold })];
  return [encoding === "utf-16le" || encoding === "utf-16be" ? toUtf8(encoding) : legacyToUtf8(encoding)];
};

/**
 * A file's bytes, decompressed and, where they are text, turned to UTF-8 and checked to be that to the last, through further
 * stages. An error of any stage ends the last.
 */
export const openBytes = (
  path: string,
  form: ContentForm,
  onBytes: (chunk: Buffer) => void,
  further: readonly Transform[] = [],
): Readable => {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  file.on("data", (chunk) => onBytes(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)));
  file.pause();
  const stages: Transform[] = [];
  if (form.compression === "zstd") stages.push(unzstd());
  if (form.compression === "gzip") stages.push(createGunzip({ chunkSize: 256 * 1024 }));
  stages.push(...decoding(form), ...further);
  return stages.reduce<Readable>((source, stage) => pipeline(source, stage, () => undefined), file);
};
