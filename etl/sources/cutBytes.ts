import { Transform, type TransformCallback } from "node:stream";

/** Of the bytes that pass only those from `start` to before `end`. */
export const cutBytes = ({ start, end }: { readonly start: number; readonly end: number }): Transform => {
  let base = 0;
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      const part = chunk.subarray(Math.max(0, start - base), Math.max(0, end - base));
      base += chunk.length;
      done(null, part);
    },
  });
};
