import { publicServices as catalogue } from "../../api/public_services.generated.ts";
import type { FunnelStepSpec } from "../../charts/prepareFunnel.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { useSeries } from "../../data/bundles.ts";
import { defineView } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { usePeriodTotals } from "../../data/usePeriodTotals.ts";
import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { MeasureGroup } from "../../table/groupMeasures.ts";
import type { ViewState } from "../../url/viewState.ts";

export const publicServices = defineView(catalogue);
type Card = KpiCardSpec<MeasureOf<"public_services">>;

const dossierCards: readonly Card[] = [
  { measure: "online_dossier_rate", whole: "publicServices.of.received" },
  { measure: "on_time_rate", whole: "publicServices.of.resolved" },
];
/** Procedures are the country's: only the nation has cards for them. */
export const cardsOf = ({ area }: Pick<Frame, "area">): readonly Card[] =>
  area.level !== "nation"
    ? dossierCards
    : [
        { measure: "procedures" },
        { measure: "full_online_rate" },
        {
          measure: "procedures_full_online",
          share: { part: "procedures_full_online", whole: "procedures" },
          whole: "publicServices.of.procedures",
        },
        {
          measure: "procedures_on_national_portal",
          share: { part: "procedures_on_national_portal", whole: "procedures" },
          whole: "publicServices.of.procedures",
        },
        ...dossierCards,
      ];

const compared = [
  "procedures",
  "full_online_rate",
  "procedures_full_online",
  "procedures_on_national_portal",
  "online_dossier_rate",
  "on_time_rate",
] as const;

export const useServiceTotals = (frame: Frame) => usePeriodTotals(publicServices, frame, compared);

export const useHistory = (frame: Frame) =>
  useSeries(publicServices, frame, { measures: compared, grain: "month" }, ({ history }) => history);

export const useDossiers = (frame: Frame, grain: ViewState["grain"]) =>
  useSeries(
    publicServices,
    frame,
    { measures: ["dossiers_received", "dossiers_online", "dossiers_resolved", "dossiers_on_time"], grain },
    ({ course }) => course,
  );

type Step = "procedures" | "eligible" | "fullOnline";
/** From every procedure to those handled online from end to end. */
export const procedureStages: readonly FunnelStepSpec<Step, never, MeasureOf<"public_services">>[] = [
  { name: "procedures", measure: "procedures", losses: [] },
  { name: "eligible", measure: "procedures_eligible", losses: [] },
  { name: "fullOnline", measure: "procedures_full_online", losses: [] },
];

/** Dossiers first: they are every area's, the procedures only the nation's. */
export const tableGroups: readonly MeasureGroup<MeasureOf<"public_services">>[] = [
  {
    title: "publicServices.group.dossiers",
    measures: [
      "online_dossier_rate",
      "on_time_rate",
      "dossiers_received",
      "dossiers_online",
      "dossiers_resolved",
      "dossiers_on_time",
    ],
  },
  {
    title: "publicServices.group.procedures",
    measures: [
      "full_online_rate",
      "procedures",
      "procedures_eligible",
      "procedures_full_online",
      "procedures_on_national_portal",
    ],
  },
];
