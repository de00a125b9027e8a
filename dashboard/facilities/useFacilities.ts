import type { Frame } from "../data/frame.ts";
import { isDimensionOf } from "../data/measuresOf.ts";
import { type Bundle, useBundle } from "../data/useBundle.ts";
import type { FigureRow, MeasureOf, ViewName } from "../data/viewCatalogue.ts";
import { type FacilitySpec, facilityDimensions } from "./facilitySpec.ts";

const namesOf = <V extends ViewName>({ expected, reported, columns }: FacilitySpec<V>): MeasureOf<V>[] => [
  ...new Set([...(expected === null ? [] : [expected]), ...(reported === null ? [] : [reported.measure]), ...columns]),
];

/** Every facility of a province, district or commune; the nation's are more than a screen can show. */
export const useFacilities = <V extends ViewName>(
  spec: FacilitySpec<V>,
  frame: Frame,
): Bundle<{ rows: readonly FigureRow[] }> =>
  useBundle([spec.view.name, "facilities"], frame, async (asked, signal) => {
    if (asked.area.level === "nation") return { rows: [] };
    const by = facilityDimensions.filter((name) => isDimensionOf(spec.view.name, name));
    return { rows: await spec.view.figures(asked, { measures: namesOf(spec), by, days: asked.period }, signal) };
  });
