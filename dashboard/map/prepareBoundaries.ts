import type { UnitOutline } from "../data/fetchBoundaries.ts";
import type { DrawnMap } from "./drawnMap.ts";

/** So far from every other unit, in units of the grid (about 45 km), that the mainland beside it would be a speck. */
const FAR = 4000;
/** Width of the column for islands far off, as a share of the map's. */
const COLUMN = 0.3;

type Box = UnitOutline["box"];

const gap = ([left, top, right, bottom]: Box, [l, t, r, b]: Box): number =>
  Math.hypot(Math.max(0, l - right, left - r), Math.max(0, t - bottom, top - b));

/** Units that lie together, the most of them first. */
function groupsOf(units: readonly UnitOutline[]): UnitOutline[][] {
  const groups: UnitOutline[][] = [];
  for (const unit of units) {
    const near = groups.filter((group) => group.some((other) => gap(unit.box, other.box) <= FAR));
    const joined = [...near.flat(), unit];
    groups.splice(0, groups.length, ...groups.filter((group) => !near.includes(group)), joined);
  }
  return groups.sort((a, b) => b.length - a.length);
}

const boxOf = (units: readonly UnitOutline[]) => {
  const x = Math.min(...units.map(({ box }) => box[0]));
  const y = Math.min(...units.map(({ box }) => box[1]));
  return {
    x,
    y,
    width: Math.max(1, Math.max(...units.map(({ box }) => box[2])) - x),
    height: Math.max(1, Math.max(...units.map(({ box }) => box[3])) - y),
  };
};
const drawn = ({ code, path }: UnitOutline) => ({ code, shapes: [{ id: code, path }] });

/** A province's units as a map, islands far off in a column of their own beside it. Null where there are no outlines. */
export function prepareBoundaries(units: readonly UnitOutline[]): DrawnMap | null {
  const [near, ...far] = groupsOf(units);
  if (near === undefined) return null;
  const whole = boxOf(near);
  const margin = Math.max(whole.width, whole.height) / 200;
  const column = far.length > 0 ? Math.max(whole.width * COLUMN, whole.height * COLUMN) : 0;
  const row = whole.height / Math.max(far.length, 3);
  const nameHeight = row / 6;
  const left = whole.x + whole.width + 4 * margin;
  const insets = far.map((group, index) => {
    const { x, y, width, height } = boxOf(group);
    const scale = Math.min(column / width, (row - nameHeight - 2 * margin) / height, 1);
    // From the bottom upwards: the islands lie off the coast, to the south-east.
    const top = whole.y + whole.height - (index + 1) * row + nameHeight;
    return { group, name: { x: left, y: top - margin }, inset: { x: left - x * scale, y: top - y * scale, scale } };
  });
  return {
    box: {
      x: whole.x - margin,
      y: whole.y - margin,
      width: whole.width + 2 * margin + (far.length > 0 ? column + 4 * margin : 0),
      height: whole.height + 2 * margin,
    },
    areas: [
      ...near.map(drawn),
      ...insets.flatMap(({ group, inset }) => group.map((unit) => ({ ...drawn(unit), inset }))),
    ],
    names: insets.flatMap(({ group: [unit], name }) => (unit ? [{ code: unit.code, ...name }] : [])),
  };
}
