import { open } from "node:fs/promises";
import { constants, gunzipSync } from "node:zlib";
import { Decompress } from "fzstd";
import { type Compression, detectCompression } from "./detectFormat.ts";

/** Enough for any header; also what a compressed header may need. */
const headBytes = 256 * 1024;

/** The beginning of a zstd stream. The file is cut here, so the decoder's complaint about its end is expected. */
const unzstdStart = (bytes: Buffer): Buffer => {
  const parts: Uint8Array[] = [];
  try {
    new Decompress((chunk) => parts.push(chunk)).push(bytes, false);
  } catch {
    return Buffer.concat(parts);
  }
  return Buffer.concat(parts);
};

export interface Head {
  readonly compression: Compression;
  /** First bytes of the content, decompressed. */
  readonly bytes: Buffer;
  /** The whole file was read. */
  readonly isWhole: boolean;
}

/** First bytes of a file, decompressed as far as they go. */
export const readHead = async (path: string): Promise<Head> => {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(buffer, 0, headBytes, 0);
    const raw = buffer.subarray(0, bytesRead);
    const compression = detectCompression(raw);
    const isWhole = bytesRead < headBytes;
    if (compression === "gzip") {
      return { compression, bytes: gunzipSync(raw, { finishFlush: constants.Z_SYNC_FLUSH }), isWhole };
    }
    if (compression === "zstd") return { compression, bytes: unzstdStart(raw), isWhole };
    return { compression, bytes: raw, isWhole };
  } finally {
    await file.close();
  }
};
