import { basename } from "node:path";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { Objects, Topology } from "topojson-specification";
import { z } from "zod";
import type { SourceRow } from "../../job.ts";
import { readTextOf } from "../../sources/readTextOf.ts";
import { refuseDamaged, refuseSource } from "../../sources/refuseSource.ts";
import { drawOutline } from "./drawOutline.ts";

/** Corners that span less than this with their neighbours, in square degrees (about 30 m by 40 m), do not show on a screen. */
const leastCorner = 1e-7;

type Properties = Record<string, unknown>;

const isTopology = (value: unknown): value is Topology<Objects<Properties>> =>
  z
    .object({
      type: z.literal("Topology"),
      objects: z.record(z.string(), z.object({ type: z.string() })),
      arcs: z.array(z.array(z.array(z.number()))),
    })
    .safeParse(value).success;
const isFeatures = (value: unknown): value is FeatureCollection<Geometry, Properties> =>
  z
    .object({
      type: z.literal("FeatureCollection"),
      features: z.array(z.object({ type: z.literal("Feature"), geometry: z.object({ type: z.string() }).nullable() })),
    })
    .safeParse(value).success;

/** Viet Nam with its seas, generously: a file in metres or of latitude before longitude lies elsewhere. */
const isInViet = ([longitude = Number.NaN, latitude = Number.NaN]: Position): boolean =>
  longitude > 100 && longitude < 120 && latitude > 4 && latitude < 26;

/** The unit without rings that enclose nothing, which no neighbour can share. */
const withoutEmptyRings = (unit: Feature<Geometry, Properties>): Feature<Geometry | null, Properties> => {
  const polygons = polygonsOf(unit.geometry).flatMap((rings) => {
    const closed = rings.filter((ring) => ring.length >= 4);
    return closed.length > 0 ? [closed] : [];
  });
  return { ...unit, geometry: polygons.length > 0 ? { type: "MultiPolygon", coordinates: polygons } : null };
};

const polygonsOf = (geometry: Geometry | null): Position[][][] => {
  if (geometry?.type === "Polygon") return [geometry.coordinates];
  if (geometry?.type === "MultiPolygon") return geometry.coordinates;
  return geometry?.type === "GeometryCollection" ? geometry.geometries.flatMap(polygonsOf) : [];
};

const codeNames = [
  "code",
  "ma",
  "ma_don_vi",
  "area_code",
  "ma_xa",
  "ma_tinh",
  "ma_huyen",
  "ward_code",
  "province_code",
];
const asText = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
/** By its `id`, else by a property that says it. */
const codeOf = ({ id, properties }: Feature): string =>
  asText(id) || codeNames.map((name) => asText(properties?.[name])).find((text) => text !== "") || "";

const crsName = z.object({ crs: z.object({ properties: z.object({ name: z.string() }) }) });
/** Names of longitude and latitude in degrees. */
const isDegrees = (name: string): boolean => /CRS84|EPSG:+4326|EPSG:+4756/i.test(name.replaceAll("::", ":"));

const reproject = {
  vi: "xuất lại với hệ tọa độ WGS 84 (EPSG:4326), kinh độ trước vĩ độ",
  en: "export it again in WGS 84 (EPSG:4326), longitude before latitude",
};

/** Neighbours share their corners, so that no gap opens between them when corners are left out. */
const simplified = (found: Topology<Objects<Properties>> | FeatureCollection<Geometry, Properties>): Feature[] => {
  const ofFeatures = (units: readonly Feature<Geometry, Properties>[]): unknown => {
    const features: FeatureCollection<Geometry | null, Properties> = {
      type: "FeatureCollection",
      features: units.map(withoutEmptyRings),
    };
    return topology({ features });
  };
  const shared: unknown = found.type === "Topology" ? found : ofFeatures(found.features);
  if (!isTopology(shared)) throw new Error("the features make no topology");
  const simple = simplify(presimplify(shared), leastCorner);
  return Object.values(simple.objects).flatMap((object) => {
    const made = feature(simple, object);
    return made.type === "FeatureCollection" ? made.features : [made];
  });
};

const toRow = (unit: Feature): SourceRow => {
  const outline = drawOutline(polygonsOf(unit.geometry));
  const area_code = codeOf(unit);
  if (outline === undefined) return { area_code };
  const [[left, top], [right, bottom]] = [outline.min, outline.max];
  return {
    area_code,
    outline: outline.path,
    min_x: String(left),
    min_y: String(top),
    max_x: String(right),
    max_y: String(bottom),
  };
};

/** One row per unit of a GeoJSON or TopoJSON file, its outline simplified for the screen. Undefined: another shape. @throws RefusedFile */
export const readBoundaries = async (path: string): Promise<SourceRow[] | undefined> => {
  const text = await readTextOf(path, (head) => /"type"\s*:\s*"(Topology|FeatureCollection)"/.test(head));
  if (text === undefined) return undefined;
  const name = basename(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuseDamaged(name, cause);
  }
  if (!isTopology(value) && !isFeatures(value)) return undefined;
  const crs = crsName.safeParse(value).data?.crs.properties.name;
  if (crs !== undefined && !isDegrees(crs)) {
    throw refuseSource(`Tệp ${name} dùng hệ tọa độ ${crs}`, `${name} is in the coordinates ${crs}`, reproject);
  }
  let units: Feature[];
  try {
    units = simplified(value);
  } catch (cause) {
    throw refuseDamaged(name, cause);
  }
  const outside = units.find((unit) => !polygonsOf(unit.geometry).flat(2).every(isInViet));
  if (outside !== undefined) {
    throw refuseSource(
      `Tọa độ của đơn vị ${codeOf(outside)} trong tệp ${name} nằm ngoài Việt Nam`,
      `The coordinates of unit ${codeOf(outside)} in ${name} lie outside Viet Nam`,
      reproject,
    );
  }
  return units.map(toRow);
};
