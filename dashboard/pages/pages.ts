import type { ComponentType } from "react";
import { lazyPart } from "../app/lazyPart.ts";
import type { Frame } from "../data/frame.ts";
import type { MeasureOf, ViewName } from "../data/viewCatalogue.ts";

export interface PageProps {
  frame: Frame;
}

/** All that is to be said of a page beside its words, which are the messages `page.<name>`, `.short` and `.source`. */
export interface Page<V extends ViewName = ViewName> {
  /** Its address. */
  path: `/${string}`;
  /** A path on a field of 24 by 24, drawn as a line. */
  icon: string;
  /** The view of Cube whose measures its map and its table show. */
  view: V;
  /** What map and ranking show unless the reader chooses another measure. */
  measure: MeasureOf<V>;
  /** How the table is sorted unless the reader chooses: a measure, with a leading minus for descending. */
  sort: MeasureOf<V> | `-${MeasureOf<V>}`;
  /** Choosing a value in one of its figures narrows all of them to it. */
  narrows?: true;
  /** Its address goes on with a code: /trich-dan/<code>. */
  takesCode?: boolean;
  /** It tells about figures and shows none of an area or day: it has no context bar, and is reached from the help. */
  isReference?: boolean;
  /** It shows one thing, named by its code, that the tables of other pages lead to. */
  isOfOne?: boolean;
  /** The page itself, loaded when it is opened. */
  load(): Promise<{ default: ComponentType<PageProps> }>;
}
/** The record with its page as a component that loads itself when it is first shown. */
const page = <V extends ViewName>(record: Page<V>) => ({ ...record, component: lazyPart(record.load) });

/** Reference pages have no figures to choose from; what was chosen on the overview is kept for the way back. */
const reference = {
  view: "vaccination",
  measure: "verified_dose_rate",
  sort: "-subjects_to_clean",
  isReference: true,
} as const;

/** Every page, in the order of the navigation: rail, router and URL follow from this record. */
export const pages = {
  overview: page({
    path: "/",
    icon: "M4 20v-7M10 20V5M16 20v-10M21 20H2.5",
    view: "vaccination",
    measure: "verified_dose_rate",
    sort: "-subjects_to_clean",
    load: () => import("./OverviewPage.tsx"),
  }),
  vaccination: page({
    path: "/tiem-chung",
    icon: "M14 3l7 7M17.5 6.5l-3 3M16 8l-8.5 8.5H5V14L13.5 5.5zM5 16.5L2.5 19M9 10.5l2 2M12 7.5l2 2",
    view: "vaccination",
    measure: "verified_dose_rate",
    sort: "-subjects_to_clean",
    narrows: true,
    load: () => import("./vaccination/VaccinationPage.tsx"),
  }),
  worklist: page({
    path: "/viec-can-lam",
    icon: "M9 5.5h11M9 12h11M9 18.5h11M3.5 5.5l1.2 1.2L7 4.4M3.5 12l1.2 1.2L7 10.9M4 17.2h2.6v2.6H4z",
    view: "vaccination",
    measure: "subjects_to_clean",
    sort: "-subjects_to_clean",
    narrows: true,
    load: () => import("./worklist/WorklistPage.tsx"),
  }),
  resources: page({
    path: "/nguon-luc",
    icon: "M4 20V8l8-4 8 4v12M2.5 20h19M12 8.5v5M9.5 11h5M9.5 20v-3.5h5V20",
    view: "resources",
    measure: "facility_update_rate",
    sort: "facility_update_rate",
    narrows: true,
    load: () => import("./resources/ResourcesPage.tsx"),
  }),
  services: page({
    path: "/dich-vu",
    icon: "M6 3v5a4 4 0 0 0 8 0V3M10 12v3a5 5 0 0 0 10 0v-2.5M20 8.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
    view: "services",
    measure: "chip_id_facility_rate",
    sort: "chip_id_facility_rate",
    narrows: true,
    load: () => import("./services/ServicesPage.tsx"),
  }),
  payments: page({
    path: "/thanh-toan",
    icon: "M3 6.5h18v11H3zM3 10h18M6.5 14.5h4",
    view: "payments",
    measure: "cashless_ready_rate",
    sort: "-cashless_ready_rate",
    narrows: true,
    load: () => import("./payments/PaymentsPage.tsx"),
  }),
  targets: page({
    path: "/chi-tieu",
    icon: "M12 3a9 9 0 1 0 9 9M12 7.5a4.5 4.5 0 1 0 4.5 4.5M12 12l7-7M16.5 4.5V7.5H19.5",
    view: "targets",
    measure: "targets_late",
    sort: "-targets_late",
    load: () => import("./targets/TargetsPage.tsx"),
  }),
  programme: page({
    path: "/nhiem-vu",
    icon: "M4 6.5l1.5 1.5L8 5M11 6.5H20M4 12.5L5.5 14L8 11M11 12.5H20M4 18.5L5.5 20L8 17M11 18.5H20",
    view: "programme",
    measure: "task_progress",
    sort: "-tasks_overdue",
    load: () => import("./programme/ProgrammePage.tsx"),
  }),
  publicServices: page({
    path: "/dich-vu-cong",
    icon: "M6 3h8.5L19 7.5V21H6zM14.5 3v4.5H19M9 13l2.2 2.2L15.5 11",
    view: "public_services",
    measure: "online_dossier_rate",
    sort: "-online_dossier_rate",
    narrows: true,
    load: () => import("./publicServices/PublicServicesPage.tsx"),
  }),
  connections: page({
    path: "/ket-noi",
    icon: "M9 9V4M15 9V4M6.5 9h11v3a5.5 5.5 0 0 1-11 0zM12 17.5V21",
    view: "connections",
    measure: "connected_facility_rate",
    sort: "-connected_facility_rate",
    narrows: true,
    load: () => import("./connections/ConnectionsPage.tsx"),
  }),
  quality: page({
    path: "/chat-luong",
    icon: "M12 3l7.5 3v5.5c0 4.5-3 8-7.5 9.5c-4.5-1.5-7.5-5-7.5-9.5V6zM8.5 12l2.5 2.5l4.5-5",
    view: "data_quality",
    measure: "clean_rate",
    sort: "clean_rate",
    load: () => import("./quality/QualityPage.tsx"),
  }),
  facility: page({
    path: "/co-so",
    icon: "M5 20V6l7-3 7 3v14M3 20h18M12 8v5M9.5 10.5h5M10 20v-3.5h4V20",
    view: "resources",
    measure: "facility_update_rate",
    sort: "facility_update_rate",
    takesCode: true,
    isOfOne: true,
    load: () => import("./facility/FacilityPage.tsx"),
  }),
  measures: page({
    ...reference,
    path: "/danh-muc",
    icon: "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6",
    takesCode: true,
    load: () => import("./measures/MeasuresPage.tsx"),
  }),
  citation: page({
    ...reference,
    path: "/trich-dan",
    icon: "M5 6h5v6H5zM14 6h5v6h-5zM10 12c0 3-2 5-4 6M19 12c0 3-2 5-4 6",
    takesCode: true,
    load: () => import("./citation/CitationPage.tsx"),
  }),
  releases: page({
    ...reference,
    path: "/co-gi-moi",
    icon: "M12 3l2.2 5.6L20 9.5l-4.3 4l1.2 6L12 16.4L7.1 19.5l1.2-6L4 9.5l5.8-.9z",
    load: () => import("./releases/ReleasesPage.tsx"),
  }),
};

export type PageName = keyof typeof pages;
const isPageName = (name: string): name is PageName => Object.hasOwn(pages, name);
export const pageNames: readonly PageName[] = Object.keys(pages).filter(isPageName);
/** Pages with figures, which the rail leads to. */
export const figurePages: readonly PageName[] = pageNames.filter(
  (name) => !pages[name].isReference && !pages[name].isOfOne,
);
