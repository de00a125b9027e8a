import { byLargestRemainder } from "./apportion.ts";
import type { SubjectGroup } from "./subjectGroups.ts";

export const MAX_DOSES = 4;

/**
 * Subjects of each group with 1…4 doses, such that each group's subjects and the groups' doses together come out
 * exactly. The groups' shapes are tilted alike until their mean fits, then single subjects are moved.
 * Throws when the target lies outside 1…4 doses a subject.
 */
export function fitDoseCounts(groups: readonly SubjectGroup[], doses: number): number[][] {
  const tilt = fitTilt(groups, doses);
  const counts = groups.map((group) => byLargestRemainder(group.subjects, tilted(group.doseShape, tilt)));
  let missing = doses - countDoses(counts);
  const bySize = groups
    .map((_, index) => index)
    .sort((x, y) => (groups[y]?.subjects ?? 0) - (groups[x]?.subjects ?? 0));
  while (missing !== 0) {
    const step = missing > 0 ? 1 : -1;
    if (!bySize.some((index) => moveOne(counts[index] ?? [], step))) {
      throw new Error(`${doses} doses cannot be given to these subjects, 1 to ${MAX_DOSES} each`);
    }
    missing -= step;
  }
  return counts;
}

/** Moves one subject of the fullest movable count to one dose more (+1) or less (-1). */
function moveOne(counts: number[], step: 1 | -1): boolean {
  let best = -1;
  for (let index = 0; index < counts.length; index++) {
    const target = index + step;
    if (target < 0 || target >= counts.length || (counts[index] ?? 0) === 0) continue;
    if (best < 0 || (counts[index] ?? 0) > (counts[best] ?? 0)) best = index;
  }
  if (best < 0) return false;
  counts[best] = (counts[best] ?? 0) - 1;
  counts[best + step] = (counts[best + step] ?? 0) + 1;
  return true;
}

function fitTilt(groups: readonly SubjectGroup[], doses: number): number {
  let low = -12;
  let high = 12;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    const expected = groups.reduce((sum, group) => sum + group.subjects * meanDoses(group.doseShape, middle), 0);
    if (expected < doses) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function tilted(shape: readonly number[], tilt: number): number[] {
  return shape.map((share, index) => share * Math.exp(tilt * index));
}

function meanDoses(shape: readonly number[], tilt: number): number {
  const weights = tilted(shape, tilt);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.reduce((all, weight, index) => all + weight * (index + 1), 0) / sum;
}

function countDoses(counts: readonly (readonly number[])[]): number {
  return counts.reduce((sum, row) => sum + row.reduce((inner, count, index) => inner + count * (index + 1), 0), 0);
}
