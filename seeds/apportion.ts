/** Total ÷ scale, to the nearest whole row. */
export function atScale(figure: number, scale: number): number {
  return Math.round(figure / scale);
}

/** Splits `total` in proportion to `weights`: largest remainders get what flooring leaves; ties go to the earlier. */
export function byLargestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (total === 0 || sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((all, part) => all + part, 0);
  const order = exact.map((_, index) => index).sort((x, y) => remainder(exact, y) - remainder(exact, x) || x - y);
  for (const index of order) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left--;
  }
  return parts;
}

function remainder(exact: readonly number[], index: number): number {
  const value = exact[index] ?? 0;
  return value - Math.floor(value);
}

/**
 * Splits `total` in proportion to `weights` without favouring the large: the running sum is rounded from a
 * random offset (0 ≤ offset < 1), so that a total of three rows may fall on any three provinces.
 * The parts sum to `total` exactly.
 */
export function bySystematicDraw(total: number, weights: ArrayLike<number>, offset: number): Int32Array {
  const parts = new Int32Array(weights.length);
  let sum = 0;
  let last = -1;
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] ?? 0;
    sum += weight;
    if (weight > 0) last = index;
  }
  if (total === 0 || last < 0) return parts;
  let running = 0;
  let before = 0;
  for (let index = 0; index <= last; index++) {
    running += weights[index] ?? 0;
    const upTo = index === last ? total : Math.min(total, Math.floor((running / sum) * total + offset));
    parts[index] = upTo - before;
    before = upTo;
  }
  return parts;
}
