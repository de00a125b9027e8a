import { pipeline, type Readable, Transform, type TransformCallback } from "node:stream";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";

/** The parts of a ZIP container, each read on its own, at constant memory. */
export interface Zip {
  readonly names: readonly string[];
  /** True where a part needs a password. */
  readonly isEncrypted: boolean;
  /** A part's content; undefined: no such part. An error of any stage, or content that is not what was packed, ends the stream. */
  readonly read: (name: string) => Promise<Readable | undefined>;
}

const open = promisify<string, yauzl.Options, ZipFile>(yauzl.open);
/** Names are decoded here: those that some programs write (absolute, with backslashes) are refused otherwise. */
const options = { lazyEntries: true, autoClose: false, decodeStrings: false };

const nameOf = (entry: Entry): string => String(entry.fileName).replaceAll("\\", "/").replace(/^\//, "");

const listEntries = (file: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    file.on("entry", (entry: Entry) => {
      entries.set(nameOf(entry), entry);
      file.readEntry();
    });
    file.on("end", () => resolve(entries));
    file.on("error", reject);
    file.readEntry();
  });

/** Passes bytes on that must have the checksum that was packed with them. */
const checked = (expected: number): Transform => {
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done: TransformCallback) {
      done(sum === expected ? null : new Error("a part of the ZIP file is not what was packed"));
    },
  });
};

/**
 * Reads a ZIP file's directory.
 * @throws Error for a file that has none
 */
export const openZip = async (path: string): Promise<Zip> => {
  const file = await open(path, options);
  const entries = await listEntries(file).finally(() => file.close());
  return {
    names: [...entries.keys()],
    isEncrypted: [...entries.values()].some((entry) => entry.isEncrypted()),
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const part = await open(path, options);
      try {
        const content = await new Promise<Readable>((resolve, reject) => {
          part.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)));
        });
        return pipeline(content, checked(entry.crc32), () => undefined);
      } finally {
        // The descriptor stays open as long as the stream reads.
        part.close();
      }
    },
  };
};
