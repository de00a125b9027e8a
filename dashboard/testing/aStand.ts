import { prepareKpis } from "../charts/prepareKpis.ts";
import { prepareRanking } from "../charts/prepareRanking.ts";
import type { Frame } from "../data/frame.ts";
import type { SubjectStand } from "../pages/overview/prepareStand.ts";
import { subjects } from "../pages/overview/subjects.ts";
import type { PageName } from "../pages/pages.ts";
import { NATION } from "../url/areaRef.ts";
import { aMeasureMeta } from "./aMeasureMeta.ts";

/** The nation on 30 June 2022, compared with the month before. */
export const aFrame: Frame = {
  area: NATION,
  structure: "now",
  only: [],
  asOf: "2022-06-30",
  compare: "2022-05-31",
  period: ["2021-03-08", "2022-06-30"],
  course: ["2021-03-08", "2022-06-30"],
  history: ["2021-07-01", "2022-06-30"],
  baseline: "2022-03-01",
  publishedAt: null,
};
const columns = { level: "province", code: "code", name: "name" } as const;

interface Facts {
  value?: number | null;
  before?: number | null;
  /** The rate of each province, named by its place in the list. */
  areas?: readonly (number | null)[];
  dataTime?: string | null;
}

/** Where a subject of the overview stands on a rate, for tests. */
export function aStand(
  page: PageName,
  { value = 0.5, before = null, areas = [], dataTime = aFrame.asOf }: Facts,
): SubjectStand {
  const subject = subjects.find((one) => one.page === page);
  const meta = aMeasureMeta({ name: "rate", view: subject?.figure(aFrame)?.meta.view ?? "vaccination" });
  const [kpi] = prepareKpis([{ measure: "rate" }], { rate: value }, { rate: before }, [], () => meta);
  if (!subject || !kpi) throw new Error(`no subject has the page ${page}`);
  const rows = areas.map((rate, index) => ({ code: `0${index}`, name: `Tỉnh ${index}`, rate }));
  const parts = { meta, ranking: prepareRanking(rows, columns, meta, value) };
  return { subject, frame: aFrame, kpi, dataTime, nothing: null, parts: areas.length > 0 ? parts : null };
}
