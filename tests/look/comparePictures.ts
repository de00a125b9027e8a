import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** Edges of letters come out a little different from one release of the browser to the next. */
const SAME_UP_TO = 0.001;

export interface Difference {
  /** Of the pixels; 1 where the size is another. */
  share: number;
  /** What differs, marked; undefined where the size is another. */
  marked: Buffer | undefined;
}

/** A picture in 4,096 colours, which halves its file: finer shades tell nothing of what has changed. */
export function simplify(picture: Buffer): Buffer {
  const png = PNG.sync.read(picture);
  for (let at = 0; at < png.data.length; at++) png.data[at] = Math.round((png.data[at] ?? 0) / 17) * 17;
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

/** How a picture of a page differs from the one that was accepted; null where it does not. */
export function comparePictures(accepted: Buffer, found: Buffer): Difference | null {
  const [before, after] = [PNG.sync.read(accepted), PNG.sync.read(found)];
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return { share: 1, marked: undefined };
  const marked = new PNG({ width, height });
  const share = pixelmatch(before.data, after.data, marked.data, width, height, { threshold: 0.2 }) / (width * height);
  return share <= SAME_UP_TO ? null : { share, marked: PNG.sync.write(marked) };
}
