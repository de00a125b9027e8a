import { vaccination as catalogue } from "../../api/vaccination.generated.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { useBreakdown, useSeries, useTotals } from "../../data/bundles.ts";
import { defineView } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { keptOf } from "../../data/narrowing.ts";
import { useParts } from "../../data/useParts.ts";
import { usePeers } from "../../data/usePeers.ts";
import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { ViewState } from "../../url/viewState.ts";

export const vaccination = defineView(catalogue);

/** The six headline figures. */
export const headlineCards = [
  {
    measure: "doses_recorded",
    title: "kpi.doses_recorded",
    share: "entry_completeness",
    whole: "kpi.of.administered",
  },
  {
    measure: "doses_sent",
    title: "kpi.doses_sent",
    share: { part: "doses_sent", whole: "doses_recorded" },
    whole: "kpi.of.recorded",
  },
  { measure: "verified_dose_rate", title: "kpi.verified_dose_rate", whole: "kpi.of.sentDoses" },
  {
    measure: "subjects_wrong",
    title: "kpi.subjects_wrong",
    share: { part: "subjects_wrong", whole: "subjects_sent" },
    whole: "kpi.of.sentSubjects",
  },
  { measure: "cleansing_progress", title: "kpi.cleansing_progress", whole: "kpi.of.baseline" },
  {
    measure: "doses_not_entered",
    title: "kpi.doses_not_entered",
    share: { part: "doses_not_entered", whole: "doses_administered" },
    whole: "kpi.of.administered",
  },
] as const satisfies readonly KpiCardSpec<MeasureOf<"vaccination">>[];

type Card = KpiCardSpec<MeasureOf<"vaccination">>;

/** What can be said of one class of what is to clean: records that were given or entered have none. */
const classCards: readonly Card[] = [
  { measure: "subjects_to_clean" },
  { measure: "doses_to_clean" },
  { measure: "cleansing_rate" },
  { measure: "subjects_cleansed_in_period" },
  { measure: "subjects_newly_to_clean" },
  { measure: "subjects_relapsed" },
];
export const cardsOf = ({ only }: Pick<Frame, "only">): readonly Card[] =>
  keptOf(only, "error_class").length > 0 ? classCards : headlineCards;
const cardMeasures = (frame: Frame) => cardsOf(frame).map(({ measure }) => measure);

export const useVaccinationTotals = (frame: Frame) => useTotals(vaccination, frame, cardMeasures(frame));

/** Month ends of the headline figures. */
export const useHistory = (frame: Frame) =>
  useSeries(vaccination, frame, { measures: cardMeasures(frame), grain: "month" }, ({ history }) => history);

export const useErrorClasses = (frame: Frame) =>
  useBreakdown(vaccination, frame, { measures: ["subjects_to_clean", "doses_to_clean"], by: "error_class" });

/** Whose records are to clean: by what is known of people. */
export const useGroups = (frame: Frame) =>
  useParts(vaccination, frame, ["subjects_to_clean", "subjects_sent"], ["age_group", "sex", "id_kind"]);

/** Subjects to clean at the end of each day since the campaign's baseline. */
export const useBurnDown = (frame: Frame) =>
  useSeries(
    vaccination,
    frame,
    { measures: ["subjects_to_clean", "subjects_wrong"], grain: "day" },
    ({ baseline, asOf }) => (baseline !== null && baseline < asOf ? [baseline, asOf] : null),
  );

export const useDoseTrend = (frame: Frame, grain: ViewState["grain"]) =>
  useSeries(
    vaccination,
    frame,
    { measures: ["doses_injected_in_period", "doses_entered_in_period"], grain },
    ({ course }) => course,
    usePeers().peers,
  );
