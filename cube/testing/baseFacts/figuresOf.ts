import { views } from "../../server/question/views.ts";
import type { BaseFacts, Cut, Fact, Figures } from "./baseFacts.ts";
import { connectionFigures } from "./connectionFigures.ts";
import { paymentFigures } from "./paymentFigures.ts";
import { publicServiceFigures } from "./publicServiceFigures.ts";
import { qualityFigures } from "./qualityFigures.ts";
import { reconciliationFigures } from "./reconciliationFigures.ts";
import { resourceFigures } from "./resourceFigures.ts";
import { serviceFigures } from "./serviceFigures.ts";
import { targetFigures } from "./targetFigures.ts";
import { taskFigures } from "./taskFigures.ts";
import { vaccinationFigures } from "./vaccinationFigures.ts";

const vaccinationOf = (base: BaseFacts, cut: Cut, people: number | null): Figures =>
  vaccinationFigures(base, cut, people, {
    baseline: "2022-03-24",
    dosesKnownFrom: base.firstOf("doses") ?? Number.POSITIVE_INFINITY,
    certificatesKnownFrom: base.firstOf("certificates") ?? Number.POSITIVE_INFINITY,
    checkedTo: base.days(["verifications"], cut.publication)?.last,
  });

/** `people` live in the area of the cut; null where nobody is known to. */
type FiguresOf = (facts: BaseFacts, cut: Cut, people: number | null) => Figures;

const subjects: Readonly<Record<string, FiguresOf>> = {
  payments: paymentFigures,
  connections: connectionFigures,
  public_services: publicServiceFigures,
  resources: resourceFigures,
  services: serviceFigures,
  programme: taskFigures,
  population: (_, __, people) => ({
    population: people,
    population_of_all_groups: people,
    population_share: people === null ? null : 1,
  }),
  vaccination: vaccinationOf,
};

/** A measure of the nation from the beginning to a day that its view's data reaches, as targets and reconciliation ask it. */
const figureAt = (base: BaseFacts, name: string, cut: Cut): number | null => {
  const [view = "", measure = ""] = name.split(".");
  const reach = base.days(views[view]?.jobs ?? [], cut.publication);
  if (reach === undefined || reach.last < cut.to) return null;
  const figure = subjects[view]?.(base, cut, null)[measure];
  return typeof figure === "number" ? figure : null;
};

/** Of the two indicators that have targets only connections are narrowed, to one stream. */
const indicatorFigure = (base: BaseFacts, indicator: Fact, cut: Cut): number | null => {
  const ofStream: BaseFacts = {
    ...base,
    inForce: (...asked) =>
      base
        .inForce(...asked)
        .filter((fact) => asked[0] !== "mart.fct_connections" || fact.text("stream_code") === "birth_certificate"),
  };
  return figureAt(ofStream, indicator.text("measure"), cut);
};

/** Classes of errors are known of days that the scenario's checks do not reach. */
const termFigure = (base: BaseFacts, term: Fact, publication: number): number | null => {
  const cut: Cut = { from: "1970-01-01", to: term.text("as_of_date"), publication, holds: () => true };
  const figure = figureAt(base, term.text("measure_code"), cut);
  if (figure !== null && term.text("breakdown_code") !== "")
    throw new Error(`Count ${term.text("breakdown_code")} here`);
  return figure;
};

/** Every measure of each view, counted over the base facts. */
export const figuresOf: Readonly<Record<string, FiguresOf>> = {
  ...subjects,
  data_quality: qualityFigures,
  targets: (base, cut) => targetFigures(base, cut, (indicator, of) => indicatorFigure(base, indicator, of)),
  reconciliation: (base, cut) =>
    reconciliationFigures(base, cut, (term, publication) => termFigure(base, term, publication)),
};

/** The last day that a view can be asked of. */
export const lastDay = (facts: BaseFacts, view: string, publication: number): string | undefined => {
  const { jobs = [], newestDay } = views[view] ?? {};
  if (newestDay !== "files") return facts.days(jobs, publication)?.last;
  const loads = facts.loads(publication).filter((load) => jobs.some((job) => job === load.text("job")));
  return loads
    .map((load) => facts.runOf(load)?.text("as_of_date") ?? "")
    .sort()
    .at(-1);
};
