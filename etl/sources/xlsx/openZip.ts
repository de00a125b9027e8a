import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";

interface ZipEntry {
  readonly offset: number;
  readonly compressedBytes: number;
  readonly method: number;
  readonly isEncrypted: boolean;
}

/** The parts of a ZIP container, each read on its own, at constant memory. */
export interface Zip {
  readonly names: readonly string[];
  /** True where a part needs a password. */
  readonly isEncrypted: boolean;
  /** A part's content; undefined: no such part. An error of any stage ends the stream. */
  readonly read: (name: string) => Promise<Readable | undefined>;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record and the longest comment that may follow it. */
const endBytes = 22 + 65_535;

const parseDirectory = (directory: Buffer, count: number): Map<string, ZipEntry> => {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (directory.readUInt32LE(at) !== entrySignature) throw new Error("not a ZIP directory");
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString("utf8", at + 46, at + 46 + nameLength);
    entries.set(name.replace(/^\//, ""), {
      offset: directory.readUInt32LE(at + 42),
      compressedBytes: directory.readUInt32LE(at + 20),
      method: directory.readUInt16LE(at + 10),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
};

/**
 * Reads a ZIP file's directory.
 * @throws Error for a file that has none, or of more than 4 GB
 */
export const openZip = async (path: string): Promise<Zip> => {
  const readAt = async (start: number, length: number): Promise<Buffer> => {
    const file = await open(path);
    try {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  };
  const file = await open(path);
  const { size } = await file.stat().finally(() => file.close());
  const tail = await readAt(Math.max(0, size - endBytes), Math.min(size, endBytes));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end--;
  if (end < 0) throw new Error("a ZIP file without a directory");
  const directory = await readAt(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = parseDirectory(directory, tail.readUInt16LE(end + 10));

  return {
    names: [...entries.keys()],
    isEncrypted: [...entries.values()].some((entry) => entry.isEncrypted),
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      // The lengths of name and extra field may differ from the directory's.
      const header = await readAt(entry.offset, 30);
      const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
      const raw = createReadStream(path, {
        start,
        end: Math.max(start, start + entry.compressedBytes - 1),
        highWaterMark: 256 * 1024,
      });
      if (entry.method === 0) return raw;
      return pipeline(raw, createInflateRaw({ chunkSize: 256 * 1024 }), () => undefined);
    },
  };
};
