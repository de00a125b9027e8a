import { PNG } from "pngjs";
import { expect, it } from "vitest";
import { comparePictures, simplify } from "./comparePictures.ts";

/** A white picture with a black square in its corner. */
const picture = (square: number, { width = 100, height = 100 } = {}): Buffer => {
  const png = new PNG({ width, height });
  png.data.fill(255);
  for (let y = 0; y < square; y++) {
    for (let x = 0; x < square; x++) png.data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
  }
  return PNG.sync.write(png);
};

it("finds a picture like itself, with some pixels at an edge besides", () => {
  expect(comparePictures(picture(20), picture(20))).toBeNull();
  expect(comparePictures(picture(2), picture(3))).toBeNull();
});

it("finds what has changed, and how much of the picture", () => {
  expect(comparePictures(picture(20), picture(40))?.share).toBeCloseTo(0.12, 2);
  expect(comparePictures(picture(0), picture(100))?.share).toBe(1);
});

it("finds another height", () => {
  expect(comparePictures(picture(20), picture(20, { width: 100, height: 120 }))).toEqual({
    share: 1,
    marked: undefined,
  });
});

it("finds a simplified picture like the whole one", () => {
  expect(comparePictures(simplify(picture(20)), picture(20))).toBeNull();
});
