import { connections } from "../../api/connections.generated.ts";
import { dataQuality } from "../../api/data_quality.generated.ts";
import { payments } from "../../api/payments.generated.ts";
import { programme } from "../../api/programme.generated.ts";
import { publicServices } from "../../api/public_services.generated.ts";
import { resources } from "../../api/resources.generated.ts";
import { services } from "../../api/services.generated.ts";
import { targets } from "../../api/targets.generated.ts";
import { vaccination } from "../../api/vaccination.generated.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { type CubeView, defineView, type PlaceColumns } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import type { DayRange } from "../../data/periods.ts";
import { numberIn } from "../../data/readRow.ts";
import { useBundle } from "../../data/useBundle.ts";
import type {
  DimensionOf,
  FigureRow,
  MeasureMeta,
  MeasureOf,
  ViewCatalogue,
  ViewName,
} from "../../data/viewCatalogue.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import { cellOf, type WhyCell } from "../../url/whyCell.ts";
import type { PageName } from "../pages.ts";

/** One subject area on the overview. */
export interface Subject {
  name: MessageKey;
  page: PageName;
  /** Its key figure in an area of such a level; null where the view tells of none. */
  figure(frame: Frame): { card: KpiCardSpec; meta: MeasureMeta } | null;
  /** Sources whose newest day is the subject's data time. */
  sources: readonly string[];
  /** What is said where the figure is missing because there is nothing that it could be of. */
  nothing: MessageKey | null;
  /** The one source that the key figure stands on: where it is late or incomplete, the figure is not to be trusted. */
  basis: string | null;
  /** The rate that the units below an area are compared by; null where the view tells of none, or none can be compared. */
  partsMeta(frame: Frame): MeasureMeta | null;
  /** Cube's answers: now, on the day to compare with, and at the month ends before. */
  load(frame: Frame, signal: AbortSignal): Promise<SubjectRows>;
  /** The units below the area by that rate. */
  loadParts(frame: Frame, signal: AbortSignal): Promise<SubjectParts>;
}
export interface SubjectRows {
  current: FigureRow | undefined;
  previous: FigureRow | undefined;
  history: readonly FigureRow[];
}
export interface SubjectParts {
  columns: PlaceColumns | null;
  parts: readonly FigureRow[];
}

interface Facts<V extends ViewName> {
  name: MessageKey;
  page: PageName;
  measure: MeasureOf<V>;
  /** The key figure of provinces and communes, where the nation's is not theirs. */
  below?: MeasureOf<V>;
  /** That of communes, where it is not theirs either. */
  inCommunes?: MeasureOf<V>;
  /** What the figure is counted from, and the words for the share of it. */
  of?: { whole: MeasureOf<V>; words: MessageKey };
  /** What the key figure is narrowed to. */
  where?(frame: Frame): Partial<Record<DimensionOf<V>, readonly string[]>>;
  sources: Subject["sources"];
  basis?: string;
  nothing?: MessageKey;
  /** Month ends are not asked for where each costs as much as the figure itself. */
  hasHistory?: boolean;
}

const narrowed = (where: Partial<Record<string, readonly string[]>>): WhyCell["where"] =>
  Object.entries(where).flatMap(([dimension, values]) => (values ? [[dimension, values] as const] : []));

function subject<V extends ViewName>(
  catalogue: ViewCatalogue<V>,
  {
    name,
    page,
    measure,
    below = measure,
    inCommunes = below,
    of,
    where = () => ({}),
    sources,
    basis,
    nothing,
    hasHistory = true,
  }: Facts<V>,
): Subject {
  const view: CubeView<V> = defineView(catalogue);
  const measureOf = ({ area }: Frame) =>
    area.level === "nation" ? measure : area.level === "province" ? below : inCommunes;
  /** Of the units below an area. */
  const partsMeasure = ({ area }: Frame) => (area.level === "nation" ? below : inCommunes);
  const load: Subject["load"] = async (frame, signal) => {
    const measures = [...new Set([measureOf(frame), partsMeasure(frame), ...(of ? [of.whole] : [])])];
    const at = (days: DayRange) => view.figures(frame, { measures, days, where: where(frame) }, signal);
    const [current, previous, history] = await Promise.all([
      at(frame.period),
      frame.compare === null ? [] : at([frame.compare, frame.compare]),
      hasHistory ? view.series(frame, { measures, days: frame.history, where: where(frame) }, "month", signal) : [],
    ]);
    return { current: current[0], previous: previous[0], history };
  };
  const figure: Subject["figure"] = (frame) => {
    const key = measureOf(frame);
    if (view.query(frame, { measures: [key], days: frame.period }) === null) return null;
    const share = of ? { share: { part: key, whole: of.whole }, whole: of.words } : {};
    const meta = view.meta(key);
    const why = cellOf(meta, { where: narrowed(where(frame)) });
    return { card: { measure: key, ...share, ...(why ? { why } : {}) }, meta };
  };
  const partsMeta: Subject["partsMeta"] = (frame) => {
    const meta = view.meta(partsMeasure(frame));
    return meta.isRate && meta.better !== "none" && view.placesBelow(frame) !== null ? meta : null;
  };
  const loadParts: Subject["loadParts"] = async (frame, signal) => {
    const columns = view.placesBelow(frame);
    if (columns === null || partsMeta(frame) === null) return { columns: null, parts: [] };
    const question = { measures: [partsMeasure(frame)], by: [columns.code, columns.name], days: frame.period };
    return { columns, parts: await view.figures(frame, question, signal) };
  };
  return { name, page, figure, sources, basis: basis ?? null, nothing: nothing ?? null, load, partsMeta, loadParts };
}

/** Sources of the facts of each subject that has some of its own. */
const sourcesOf = {
  vaccination: ["doses", "verifications", "administered", "certificates"],
  resources: ["resources"],
  payments: ["payments"],
  services: ["services", "claims"],
  publicServices: ["dossiers"],
  connections: ["connections"],
  programme: ["task_reports"],
} as const;
const everySource = Object.values(sourcesOf).flat();

/** Every subject area, in the order that a reader goes through them. */
export const subjects: readonly Subject[] = [
  subject(vaccination, {
    name: "overview.vaccination",
    page: "vaccination",
    measure: "cleansing_progress",
    sources: sourcesOf.vaccination,
    basis: "verifications",
  }),
  subject(resources, {
    name: "overview.resources",
    page: "resources",
    measure: "facility_update_rate",
    sources: sourcesOf.resources,
    basis: "resources",
  }),
  subject(payments, {
    name: "overview.payments",
    page: "payments",
    measure: "cashless_ready_hospital_rate",
    inCommunes: "cashless_ready_rate",
    sources: sourcesOf.payments,
    basis: "payments",
  }),
  subject(services, {
    name: "overview.services",
    page: "services",
    measure: "chip_id_facility_rate",
    sources: sourcesOf.services,
    basis: "services",
  }),
  subject(publicServices, {
    name: "overview.publicServices",
    page: "publicServices",
    measure: "full_online_rate",
    below: "online_dossier_rate",
    sources: sourcesOf.publicServices,
    basis: "dossiers",
  }),
  subject(connections, {
    name: "overview.connections",
    page: "connections",
    measure: "programme_connected_rate",
    sources: sourcesOf.connections,
    basis: "connections",
  }),
  subject(targets, {
    name: "overview.targets",
    page: "targets",
    measure: "targets_met",
    of: { whole: "target_count", words: "overview.ofTargets" },
    // Those of the area itself, as on their page; the units below it have their own.
    where: ({ area }) => ({ area_level: [area.level], area_code: [area.code] }),
    nothing: "overview.noTargets",
    sources: everySource,
    hasHistory: false,
  }),
  subject(programme, {
    name: "overview.programme",
    page: "programme",
    measure: "task_progress",
    sources: sourcesOf.programme,
    basis: "task_reports",
  }),
  subject(dataQuality, {
    name: "overview.dataQuality",
    page: "quality",
    measure: "clean_rate",
    sources: everySource,
  }),
];

export const useSubject = ({ name, load }: Subject, frame: Frame) => useBundle(["subject", name], frame, load);

/** Whether a figure is a part of something of which there is none. */
export const isNothing = (card: KpiCardSpec | undefined, current: FigureRow | undefined): boolean =>
  typeof card?.share === "object" && (numberIn(current, card.share.whole) ?? 0) === 0;
