import type { Position } from "geojson";

/** An outline on the product's grid, as mart.dim_boundaries keeps it. */
export interface Outline {
  readonly path: string;
  readonly min: readonly [x: number, y: number];
  readonly max: readonly [x: number, y: number];
}

const unitsPerDegree = 10_000;

/** Mercator, so that shapes keep their angles from Cà Mau to Hà Giang. */
const onGrid = ([longitude = 0, latitude = 0]: Position): readonly [number, number] => [
  Math.round(longitude * unitsPerDegree),
  -Math.round(Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * (180 / Math.PI) * unitsPerDegree),
];

/** Undefined where nothing of the ring is left on the grid. */
const drawRing = (ring: readonly Position[]): { points: (readonly [number, number])[]; path: string } | undefined => {
  const points = ring
    .map(onGrid)
    .filter(([x, y], index, all) => index === 0 || x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]);
  const [first, ...others] = points.slice(0, -1);
  if (first === undefined || others.length < 2) return undefined;
  const steps = others.map(([x, y], index) => {
    const [fromX, fromY] = others[index - 1] ?? first;
    return `l${x - fromX},${y - fromY}`;
  });
  return { points, path: `M${first.join(",")}${steps.join("")}z` };
};

/** The rings of a unit as one path. Undefined where nothing is left of it on the grid. */
export const drawOutline = (polygons: readonly (readonly Position[][])[]): Outline | undefined => {
  const rings = polygons.flat().flatMap((ring) => drawRing(ring) ?? []);
  const points = rings.flatMap((ring) => ring.points);
  if (points.length === 0) return undefined;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const least = (values: number[]): number => values.reduce((one, other) => Math.min(one, other));
  const most = (values: number[]): number => values.reduce((one, other) => Math.max(one, other));
  return { path: rings.map((ring) => ring.path).join(""), min: [least(xs), least(ys)], max: [most(xs), most(ys)] };
};
