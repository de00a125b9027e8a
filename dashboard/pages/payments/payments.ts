import { useMemo } from "react";
import { payments as catalogue } from "../../api/payments.generated.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { useChildren, useSeries } from "../../data/bundles.ts";
import { defineView } from "../../data/defineView.ts";
import { type Frame, isSameScene } from "../../data/frame.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import { usePeriodTotals } from "../../data/usePeriodTotals.ts";
import type { MeasureMeta, MeasureOf, Row } from "../../data/viewCatalogue.ts";
import type { FacilitySpec } from "../../facilities/facilitySpec.ts";
import type { ViewState } from "../../url/viewState.ts";
import { cellOf } from "../../url/whyCell.ts";
import { HOSPITAL_READY, targetGrades } from "./prepareReadiness.ts";
import { partsOfUnreported, unreportedAsMissing } from "./prepareUnreported.ts";

export const payments = defineView(catalogue);

type CardMeasure = MeasureOf<"payments"> | typeof HOSPITAL_READY;
type Card = KpiCardSpec<CardMeasure>;

/** The target is of the hospitals of grade II and above: it is shown on their card, and on no other. */
export function metaOfCard(measure: CardMeasure): MeasureMeta {
  const meta = payments.meta(measure === HOSPITAL_READY ? "cashless_ready_rate" : measure);
  return measure === HOSPITAL_READY ? { ...meta, name: HOSPITAL_READY } : { ...meta, target: null };
}

const hospitals: Card = {
  measure: HOSPITAL_READY,
  title: "payments.kpi.hospitals",
  why: cellOf(payments.meta("cashless_ready_rate"), {
    where: [
      ["facility_type", ["hospital"]],
      ["grade", targetGrades],
    ],
  }),
};
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

/** The headline figures: of the nation with its provinces counted, elsewhere with the money that they stand for. */
export function cardsOf(
  { area, structure }: Pick<Frame, "area" | "structure">,
  hasHospitals: boolean,
): readonly Card[] {
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

/** Figures of the area; what has not been sent is missing in them. */
export function usePaymentTotals(frame: Frame) {
  const bundle = usePeriodTotals(payments, frame, compared);
  const { data } = bundle;
  const known = useMemo(() => data && { ...data, current: data.current && unreportedAsMissing(data.current) }, [data]);
  return { ...bundle, data: known };
}

/** The units below; what has not been sent is missing in them. */
export function usePaymentChildren(frame: Frame): ReturnType<typeof useChildren> {
  const bundle = useChildren(payments, frame);
  const { data } = bundle;
  const known = useMemo(() => data && { ...data, children: data.children.map(unreportedAsMissing) }, [data]);
  return { ...bundle, data: known };
}

export const useHistory = (frame: Frame) =>
  useSeries(payments, frame, { measures: compared, grain: "month" }, ({ history }) => history);

const readiness = ["cashless_ready_facilities", "facilities", "cashless_ready_rate"] as const;
type GradeRow = Row<"payments", (typeof readiness)[number] | "grade">;
const onlyHospitals = { facility_type: ["hospital"] };

/** Hospitals that accept cashless payment by grade, on the day and on the day to compare with. */
export const useGrades = (frame: Frame): Bundle<{ grades: GradeRow[]; before: GradeRow[] }> =>
  useBundle(["payments", "grades"], frame, async (asked, signal) => {
    const on = (day: string) =>
      payments.figures(asked, { measures: readiness, by: ["grade"], days: [day, day], where: onlyHospitals }, signal);
    const [grades, before] = await Promise.all([on(asked.asOf), asked.compare === null ? [] : on(asked.compare)]);
    return { grades, before };
  });

/** The grades of an area that has sent nothing are missing, as the area's own figure is. */
export function useKnownGrades(
  bundle: ReturnType<typeof useGrades>,
  totals: ReturnType<typeof usePaymentTotals>,
): ReturnType<typeof useGrades> {
  const { data } = bundle;
  const whole = isSameScene(data?.frame, totals.data?.frame) ? totals.data?.current : undefined;
  const known = useMemo(() => data && { ...data, grades: partsOfUnreported(data.grades, whole) }, [data, whole]);
  return { ...bundle, data: known };
}

/** Month ends of the readiness of the hospitals that the target is of. */
export const useHospitalHistory = (frame: Frame) =>
  useBundle(["payments", "hospital history"], frame, async (asked, signal) => ({
    points: await payments.series(
      asked,
      {
        measures: ["cashless_ready_rate"],
        days: asked.history,
        where: { ...onlyHospitals, grade: targetGrades },
      },
      "month",
      signal,
    ),
  }));

/** Transactions and amounts of each method by week or month of the period. */
export const useMethods = (frame: Frame, grain: ViewState["grain"]) =>
  useBundle(["payments", "methods", grain], frame, async (asked, signal) => ({
    grain,
    points: await payments.series(
      asked,
      { measures: ["transactions", "amount_vnd"], by: ["method"], days: asked.period },
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
