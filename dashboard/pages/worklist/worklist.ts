import type { Frame } from "../../data/frame.ts";
import type { DayRange } from "../../data/periods.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";
import { unverifiableClasses, wrongClasses } from "../vaccination/prepareErrorClasses.ts";
import { vaccination } from "../vaccination/vaccination.ts";

/** What is left to do, of whom or what it is counted. */
export interface Work {
  left: "subjects_to_clean" | "doses_to_clean";
  newest: "newest_cleansing_date" | "newest_dose_cleansing_date";
}
/** By place: people live there. */
export const workOfPlaces = { left: "subjects_to_clean", newest: "newest_cleansing_date" } as const satisfies Work;
/** By facility: people belong to none, the doses that it gave do. */
export const workOfFacilities = {
  left: "doses_to_clean",
  newest: "newest_dose_cleansing_date",
} as const satisfies Work;

/** What is left by unit, as it was on the day to compare with, and by what is wrong. */
export interface WorkRows {
  whole: FigureRow | undefined;
  units: readonly FigureRow[];
  before: readonly FigureRow[] | null;
  classes: readonly FigureRow[];
}

const on = (day: string): DayRange => [day, day];
const paceMeasures = ["cleansing_rate", "cleansing_forecast_date"] as const;

/** What is left in each unit directly below the area; of a commune, in itself. */
export const useWorkOfPlaces = (frame: Frame): Bundle<WorkRows> =>
  useBundle(["worklist", "places"], frame, async (asked, signal) => {
    const { left, newest } = workOfPlaces;
    const below = vaccination.placesBelow(asked);
    const by = below === null ? [] : [below.code, below.name];
    const [day, compare] = [on(asked.asOf), asked.compare === null ? null : on(asked.compare)];
    const measures = [left, newest, ...paceMeasures];
    const [whole, units, before, classes] = await Promise.all([
      vaccination.figures(asked, { measures, days: day }, signal),
      below === null ? [] : vaccination.figures(asked, { measures, by, days: day }, signal),
      compare === null || below === null
        ? null
        : vaccination.figures(asked, { measures: [left], by, days: compare }, signal),
      vaccination.figures(
        asked,
        {
          measures: [left],
          by: below === null ? ["error_class"] : [below.code, "error_class"],
          days: day,
          where: { error_class: [...wrongClasses, ...unverifiableClasses] },
        },
        signal,
      ),
    ]);
    return { whole: whole[0], units, before, classes };
  });

/** What is left at each facility that gave doses to the area's people; the nation's facilities are more than a screen can show. */
export const useWorkOfFacilities = (frame: Frame): Bundle<WorkRows> =>
  useBundle(["worklist", "facilities"], frame, async (asked, signal) => {
    if (asked.area.level === "nation") return { whole: undefined, units: [], before: null, classes: [] };
    const { left, newest } = workOfFacilities;
    const by = ["facility_code", "facility_name"] as const;
    const [day, compare] = [on(asked.asOf), asked.compare === null ? null : on(asked.compare)];
    const ofClasses = (errorClasses: readonly string[]) =>
      vaccination.figures(
        asked,
        { measures: [left], by: ["facility_code", "error_class"], days: day, where: { error_class: errorClasses } },
        signal,
      );
    const [units, before, wrong, unverifiable] = await Promise.all([
      vaccination.figures(asked, { measures: [left, newest, "doses_sent"], by, days: day }, signal),
      compare === null ? null : vaccination.figures(asked, { measures: [left], by, days: compare }, signal),
      ofClasses(wrongClasses),
      ofClasses(unverifiableClasses),
    ]);
    return { whole: undefined, units, before, classes: [...wrong, ...unverifiable] };
  });
