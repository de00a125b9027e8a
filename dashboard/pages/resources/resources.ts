import { resources as catalogue } from "../../api/resources.generated.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { useSeries, useTotals } from "../../data/bundles.ts";
import { defineView } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { keptOf } from "../../data/narrowing.ts";
import { useBundle } from "../../data/useBundle.ts";
import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { FacilitySpec } from "../../facilities/facilitySpec.ts";

export const resources = defineView(catalogue);

/** The six headline figures. */
const resourceCards = [
  { measure: "facility_update_rate" },
  {
    measure: "facilities_not_updated",
    share: { part: "facilities_not_updated", whole: "facilities" },
    whole: "resources.of.facilities",
  },
  {
    measure: "facilities",
    share: { part: "public_facilities", whole: "facilities" },
    whole: "resources.of.public",
  },
  { measure: "doctors_per_10k" },
  {
    measure: "beds_per_10k",
    share: { part: "beds_actual", whole: "beds_planned" },
    whole: "resources.of.planned",
  },
  { measure: "equipment_in_order_rate", whole: "resources.of.equipment" },
] as const satisfies readonly KpiCardSpec<MeasureOf<"resources">>[];

type Card = KpiCardSpec<MeasureOf<"resources">>;

/** What can be said of one type of equipment: staff, beds and facilities have none. */
const equipmentCards: readonly Card[] = [
  { measure: "equipment_in_order_rate", whole: "resources.of.equipment" },
  { measure: "equipment" },
  { measure: "equipment_in_order" },
  { measure: "equipment_broken" },
  { measure: "equipment_per_million" },
];
export const cardsOf = ({ only }: Pick<Frame, "only">): readonly Card[] =>
  keptOf(only, "equipment_type").length > 0 ? equipmentCards : resourceCards;
const cardMeasures = (frame: Frame) => cardsOf(frame).map(({ measure }) => measure);

export const useResourceTotals = (frame: Frame) => useTotals(resources, frame, cardMeasures(frame));

/** Month ends of the headline figures. */
export const useResourceHistory = (frame: Frame) =>
  useSeries(resources, frame, { measures: cardMeasures(frame), grain: "month" }, ({ history }) => history);

/** The update rate of each unit below the area at the month ends of a year. */
export const useUpdateCalendar = (frame: Frame) =>
  useBundle([resources.name, "calendar"], frame, async (asked, signal) => {
    const below = resources.placesBelow(asked);
    if (below === null) return { points: [] };
    const question = { measures: ["facility_update_rate"], by: [below.code, below.name], days: asked.history } as const;
    return { points: await resources.series(asked, question, "month", signal) };
  });

/** Who keeps the figures up, and what each facility has. */
export const resourceFacilities: FacilitySpec<"resources"> = {
  view: resources,
  expected: "facilities",
  reported: { by: "day", measure: "newest_update_date" },
  isOfPeriod: false,
  columns: ["doctors", "nurses", "beds_planned", "beds_actual", "equipment_in_order", "equipment_broken"],
};
