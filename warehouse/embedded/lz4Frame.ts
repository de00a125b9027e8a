/**
 * An LZ4 frame of stored (uncompressed) blocks. Data goes to the engine in one because a bare pipe
 * has no way to say "the sender broke off": end of file would commit half an upload as if it were
 * whole. Stored blocks cost a memcpy; a poisoned block makes the engine fail the statement.
 */
export const lz4Header = Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x70, 0x73]);

/** Ends the frame: all data was sent. */
export const lz4End = Buffer.alloc(4);

/** A compressed block that cannot be decompressed. */
export const lz4Poison = Buffer.from([0x04, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff]);

const MAX_BLOCK = 4 * 1024 * 1024;
const STORED = 0x80000000;

/** The pieces of a stored block or more that carry `data`. */
export function* lz4Blocks(data: Buffer): Generator<Buffer, void> {
  for (let start = 0; start < data.length; start += MAX_BLOCK) {
    const block = data.subarray(start, start + MAX_BLOCK);
    const size = Buffer.alloc(4);
    size.writeUInt32LE((block.length | STORED) >>> 0);
    yield size;
    yield block;
  }
}
