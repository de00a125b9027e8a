import { publicServices as catalogue } from "../../api/public_services.generated.ts";
import type { FunnelStepSpec } from "../../charts/prepareFunnel.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { useSeries } from "../../data/bundles.ts";
import { defineView } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { useBundle } from "../../data/useBundle.ts";
import { usePeers } from "../../data/usePeers.ts";
import { usePeriodTotals } from "../../data/usePeriodTotals.ts";
import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { MeasureGroup } from "../../table/groupMeasures.ts";
import type { ViewState } from "../../url/viewState.ts";

export const publicServices = defineView(catalogue);
/** What the model says of its dimensions. */
export const { dimensions } = catalogue;
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
    usePeers().peers,
  );

type Stage = "procedures" | "eligible" | "fullOnline";
/** From every procedure to those handled online from end to end. */
export const procedureStages: readonly FunnelStepSpec<
  Stage,
  "notEligible" | "notYetOnline",
  MeasureOf<"public_services">
>[] = [
  { name: "procedures", measure: "procedures", losses: [] },
  {
    name: "eligible",
    measure: "procedures_eligible",
    losses: [["notEligible", "procedures", "procedures_eligible"]],
  },
  {
    name: "fullOnline",
    measure: "procedures_full_online",
    losses: [["notYetOnline", "procedures_eligible", "procedures_full_online"]],
  },
];

type DossierStep = "received" | "online" | "resolved" | "onTime";
/** What became of the dossiers. Those resolved came online or not: they are a part of those received. */
export const dossierSteps: readonly FunnelStepSpec<
  DossierStep,
  "notOnline" | "notResolved" | "overdue",
  MeasureOf<"public_services">
>[] = [
  { name: "received", measure: "dossiers_received", losses: [] },
  { name: "online", measure: "dossiers_online", losses: [["notOnline", "dossiers_received", "dossiers_online"]] },
  {
    name: "resolved",
    measure: "dossiers_resolved",
    of: "received",
    losses: [["notResolved", "dossiers_received", "dossiers_resolved"]],
  },
  { name: "onTime", measure: "dossiers_on_time", losses: [["overdue", "dossiers_resolved", "dossiers_on_time"]] },
];

/** What the handling levels are compared by. */
export const levelMeasures = ["full_online_rate", "procedures", "on_time_rate", "dossiers_resolved"] as const;

export const procedureMeasures = [
  "dossiers_received",
  "dossiers_online",
  "dossiers_resolved",
  "dossiers_on_time",
  "online_dossier_rate",
  "on_time_rate",
] as const;

/** Every procedure that dossiers came for in the period. */
export const useProcedures = (frame: Frame) =>
  useBundle(["public_services", "procedures"], frame, async (asked, signal) => {
    const by = ["procedure_code", "procedure_name", "handling_level"] as const;
    const question = { measures: procedureMeasures, by, days: asked.period };
    return { procedures: await publicServices.figures(asked, question, signal) };
  });

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
