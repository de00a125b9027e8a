import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byLargestRemainder, bySystematicDraw } from "./apportion.ts";

const weights = fc.array(fc.float({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 80 });

describe("apportioning", () => {
  it("keeps the total, whatever the weights", () => {
    fc.assert(
      fc.property(
        weights,
        fc.nat(1_000_000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (shares, total, offset) => {
          const expected = shares.some((share) => share > 0) ? total : 0;
          const add = (all: number, part: number): number => all + part;
          expect(byLargestRemainder(total, shares).reduce(add, 0)).toBe(expected);
          expect(bySystematicDraw(total, shares, offset).reduce(add, 0)).toBe(expected);
        },
      ),
    );
  });

  it("gives the rounding's leftover to the largest remainders", () => {
    expect(byLargestRemainder(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(byLargestRemainder(79_573, [6_374_811, 1_252_187, 3_525_675, 4_722_842, 39_004])).toEqual([
      31_874, 6261, 17_629, 23_614, 195,
    ]);
  });

  it("stays within one of the exact share", () => {
    const parts = bySystematicDraw(1000, [1, 2, 3, 4], 0.37);
    [100, 200, 300, 400].forEach((exact, index) => {
      expect(Math.abs((parts[index] ?? 0) - exact)).toBeLessThanOrEqual(1);
    });
  });
});
