import { payments as catalogue } from "../../api/payments.generated.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { useSeries } from "../../data/bundles.ts";
import { defineView } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { besideItsOwn, type Conditions, keptOf } from "../../data/narrowing.ts";
import { useBundle } from "../../data/useBundle.ts";
import { usePeriodTotals } from "../../data/usePeriodTotals.ts";
import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { FacilitySpec } from "../../facilities/facilitySpec.ts";
import type { ViewState } from "../../url/viewState.ts";

export const payments = defineView(catalogue);

type Card = KpiCardSpec<MeasureOf<"payments">>;

const hospitals: Card = { measure: "cashless_ready_hospital_rate", title: "payments.kpi.hospitals" };
const ready: Card = { measure: "cashless_ready_rate", title: "payments.kpi.ready", whole: "payments.of.facilities" };
const shares: readonly Card[] = [
  { measure: "cashless_transaction_share", title: "payments.kpi.transactions", whole: "payments.of.transactions" },
  { measure: "cashless_amount_share", title: "payments.kpi.amount", whole: "payments.of.amount" },
];
const reporting: Card = {
  measure: "facilities_reporting",
  title: "payments.kpi.reporting",
  share: { part: "facilities_reporting", whole: "facilities" },
  whole: "payments.of.listed",
};

/** What can be said of one method: whoever is ready for one is ready. */
const methodCards: readonly Card[] = [
  { measure: "transactions" },
  { measure: "amount_vnd" },
  { measure: "facilities_reporting" },
];

/** The headline figures: of the nation with its provinces counted, elsewhere with the money that they stand for. */
export function cardsOf(
  { area, structure, only }: Pick<Frame, "area" | "structure" | "only">,
  hasHospitals: boolean,
): readonly Card[] {
  if (keptOf(only, "method").length > 0) return methodCards;
  if (area.level !== "nation") {
    const amount: Card = {
      measure: "cashless_amount_vnd",
      share: "cashless_amount_share",
      whole: "payments.of.amount",
    };
    const readyCount: Card = {
      measure: "cashless_ready_facilities",
      title: "payments.kpi.readyCount",
      share: "cashless_ready_rate",
      whole: "payments.of.facilities",
    };
    return [hasHospitals ? hospitals : readyCount, ready, ...shares, amount, reporting];
  }
  const [half, all] =
    structure === "now"
      ? (["provinces_now_at_least_half", "provinces_now_all"] as const)
      : (["provinces_at_least_half", "provinces_all"] as const);
  return [
    hospitals,
    ready,
    { measure: half, title: "payments.kpi.half" },
    { measure: all, title: "payments.kpi.all" },
    ...shares,
  ];
}

const compared = [
  "transactions",
  "amount_vnd",
  "cashless_ready_hospital_rate",
  "cashless_ready_hospitals",
  "hospitals_grade_2_and_above",
  "cashless_ready_rate",
  "cashless_ready_facilities",
  "cashless_transaction_share",
  "cashless_amount_share",
  "cashless_amount_vnd",
  "facilities_reporting",
  "provinces_at_least_half",
  "provinces_all",
  "provinces_now_at_least_half",
  "provinces_now_all",
] as const;

export const usePaymentTotals = (frame: Frame) => usePeriodTotals(payments, frame, compared);

export const useHistory = (frame: Frame) =>
  useSeries(payments, frame, { measures: compared, grain: "month" }, ({ history }) => history);

/** What has a grade that the target is of. */
export const gradedFacilities: Conditions = [["facility_type", ["hospital"]]];

/** Hospitals that accept cashless payment by grade. */
export const useGrades = (frame: Frame) =>
  useBundle(["payments", "grades"], besideItsOwn(frame, "grade"), async (asked, signal) => ({
    grades: await payments.figures(
      asked,
      {
        measures: ["cashless_ready_facilities", "facilities", "cashless_ready_rate"],
        by: ["grade"],
        days: [asked.asOf, asked.asOf],
        where: Object.fromEntries(gradedFacilities),
      },
      signal,
    ),
  }));

/** Transactions and amounts of each method by week or month. */
export const useMethods = (frame: Frame, grain: ViewState["grain"]) =>
  useBundle(["payments", "methods", grain], besideItsOwn(frame, "method"), async (asked, signal) => ({
    grain,
    points: await payments.series(
      asked,
      { measures: ["transactions", "amount_vnd"], by: ["method"], days: asked.course },
      grain,
      signal,
    ),
  }));

/** Who reports payments, and how each facility is paid. The view tells no day of a facility's newest report. */
export const paymentFacilities: FacilitySpec<"payments"> = {
  view: payments,
  expected: "facilities",
  reported: { by: "count", measure: "facilities_reporting" },
  isOfPeriod: true,
  columns: ["transactions", "cashless_transaction_share", "amount_vnd", "cashless_amount_share"],
};
