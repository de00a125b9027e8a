import type { CubeView, Question } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import type { FigureRow, MeasureMeta, MeasureOf, ViewName } from "../../data/viewCatalogue.ts";
import { NATION } from "../../url/areaRef.ts";
import { connections } from "../connections/connections.ts";
import { payments } from "../payments/payments.ts";
import { resources } from "../resources/resources.ts";
import { services } from "../services/services.ts";
import { vaccination } from "../vaccination/vaccination.ts";

/** What a facility reports on, in the order of its page; each is the page of that name. */
export const subjects = ["resources", "services", "payments", "connections", "vaccination"] as const;
export type Subject = (typeof subjects)[number];

/** One subject's figures of the facility, month by month. */
export interface SubjectMonths {
  subject: Subject;
  /** Those that are drawn. */
  metas: readonly MeasureMeta[];
  /** The measure that tells whether a month has a report: the day of the newest one, or a figure of the month itself. */
  told: string;
  bundle: Bundle<{ points: readonly FigureRow[] }>;
}

interface Drawn<V extends ViewName> {
  where: NonNullable<Question<V>["where"]>;
  told: MeasureOf<V>;
  measures: readonly MeasureOf<V>[];
}

function useMonths<V extends ViewName>(
  subject: Subject,
  view: CubeView<V>,
  frame: Frame,
  { where, told, measures }: Drawn<V>,
): SubjectMonths {
  const key = [view.name, "facility months", JSON.stringify(where)];
  const bundle = useBundle(key, frame, async ({ structure, history }, signal) => ({
    points: await view.series(
      { area: NATION, structure },
      { measures: [...new Set([told, ...measures])], days: history, where },
      "month",
      signal,
    ),
  }));
  return { subject, metas: measures.map((name) => view.meta(name)), told, bundle };
}

/** A year of every subject, wherever the facility is. */
export function useFacilityMonths(code: string, frame: Frame): SubjectMonths[] {
  const where = { facility_code: [code] };
  return [
    useMonths("resources", resources, frame, {
      where,
      told: "newest_update_date",
      measures: ["doctors", "nurses", "beds_actual", "equipment_broken"],
    }),
    useMonths("services", services, frame, {
      where,
      told: "facility_months_reported",
      measures: ["outpatient_visits", "inpatient_admissions", "bed_occupancy_rate", "chip_id_success_rate"],
    }),
    useMonths("payments", payments, frame, {
      where,
      told: "transactions",
      measures: ["transactions", "cashless_transaction_share", "amount_vnd", "cashless_amount_share"],
    }),
    useMonths("connections", connections, frame, {
      where,
      told: "newest_report_date",
      measures: ["records_sent", "records_rejected", "acceptance_rate", "fields_complete"],
    }),
    useMonths("vaccination", vaccination, frame, {
      where,
      told: "doses_entered_in_period",
      measures: ["doses_entered_in_period", "doses_sent", "doses_to_clean", "verified_dose_rate"],
    }),
  ];
}

const attributes = [
  "facility_name",
  "facility_type",
  "ownership",
  "grade",
  "managing_level",
  "now_province_code",
  "now_province_name",
  "now_commune_code",
  "now_commune_name",
] as const;

/** What the list of facilities says of it, and when it last updated its figures. */
export const useFacilityAttributes = (code: string, frame: Frame) =>
  useBundle(["facility", "attributes", code], frame, async ({ structure, asOf }, signal) => {
    const question = {
      measures: ["facilities", "newest_update_date"],
      by: attributes,
      days: [asOf, asOf] as [string, string],
      where: { facility_code: [code] },
    } as const;
    return { rows: await resources.figures({ area: NATION, structure }, question, signal) };
  });
export type AttributeRow = NonNullable<ReturnType<typeof useFacilityAttributes>["data"]>["rows"][number];
