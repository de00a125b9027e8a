/** 32-bit FNV-1a: turns a seed and a purpose into the start of a stream. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Small, fast, well-mixed generator (sfc32). Each purpose has a stream of its own, so that a change in how
 * one province is made leaves all others as they were. Integer arithmetic only: the same on every machine.
 */
export class SeededRandom {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: string, purpose: string) {
    this.a = hashText(`${seed}/${purpose}/a`) | 0;
    this.b = hashText(`${seed}/${purpose}/b`) | 0;
    this.c = hashText(`${seed}/${purpose}/c`) | 0;
    for (let round = 0; round < 16; round++) this.uint32();
  }

  uint32(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return sum >>> 0;
  }

  /** 0 ≤ x < 1 */
  float(): number {
    return this.uint32() / 4294967296;
  }

  /** 0 ≤ x < limit */
  below(limit: number): number {
    return Math.floor((this.uint32() / 4294967296) * limit);
  }

  /** from ≤ x ≤ to; `from` where the range is empty */
  between(from: number, to: number): number {
    return to <= from ? from : from + this.below(to - from + 1);
  }

  chance(probability: number): boolean {
    return this.uint32() < probability * 4294967296;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  shuffle(items: Int16Array, length: number): void {
    for (let index = length - 1; index > 0; index--) {
      const other = this.below(index + 1);
      const kept = items[index] ?? 0;
      items[index] = items[other] ?? 0;
      items[other] = kept;
    }
  }
}
