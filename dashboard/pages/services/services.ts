import dayjs from "dayjs";
import { services as catalogue } from "../../api/services.generated.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { useSeries, useTotals } from "../../data/bundles.ts";
import { defineView } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { usePeers } from "../../data/usePeers.ts";
import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { FacilitySpec } from "../../facilities/facilitySpec.ts";

export const services = defineView(catalogue);

/** The six headline figures, each of one month. */
export const serviceCards = [
  {
    measure: "outpatient_visits",
    share: { part: "insured_visits", whole: "outpatient_visits" },
    whole: "services.of.insured",
  },
  { measure: "inpatient_admissions" },
  { measure: "bed_occupancy_rate", whole: "services.of.bedDays" },
  { measure: "average_length_of_stay" },
  { measure: "chip_id_facility_rate" },
  { measure: "chip_id_success_rate", whole: "services.of.lookUps" },
] as const satisfies readonly KpiCardSpec<MeasureOf<"services">>[];

const monthly = [
  ...serviceCards.map(({ measure }) => measure),
  "insured_visits",
  "chip_id_visits",
  "chip_id_successes",
] as const satisfies readonly MeasureOf<"services">[];

/** Every figure of the period: visits add up, facilities are those that reported in it. */
export const useServiceTotals = (frame: Frame) => useTotals(services, frame, []);

/** Two years of months, of the area and of those to compare with: the newest, the one to compare with, and the same months a year before. Of one month also those after it, to choose from. */
export const useServiceMonths = (frame: Frame) =>
  useSeries(
    services,
    frame,
    { measures: monthly, grain: "month" },
    ({ asOf, course }) => [dayjs(asOf).subtract(23, "month").startOf("month").format("YYYY-MM-DD"), course[1]],
    usePeers().peers,
  );

/** Who reports month by month, and how many each facility treats. */
export const serviceFacilities: FacilitySpec<"services"> = {
  view: services,
  expected: "examining_facilities",
  reported: { by: "day", measure: "newest_report_date" },
  isOfPeriod: true,
  columns: [
    "facility_months_reported",
    "outpatient_visits",
    "insured_visits",
    "inpatient_admissions",
    "bed_occupancy_rate",
    "average_length_of_stay",
    "chip_id_visits",
    "chip_id_success_rate",
  ],
};
