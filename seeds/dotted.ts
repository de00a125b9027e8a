/** 1234567 → 1.234.567, as Vietnamese clerks write it. */
export function dotted(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ".");
}
