import type { ModelDimension, ModelMeasure, ModelView } from "./compileModel.ts";

const header = "// Generated from cube/model by `npm run docs`. Do not edit.\n";

const shortName = (name: string): string => name.slice(name.indexOf(".") + 1);
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const words = ({ description, meta }: ModelView | ModelMeasure | ModelDimension, title: string) => ({
  title: { vi: title, en: meta.title_en },
  description: { vi: description, en: meta.description_en },
});

const measureEntry = (measure: ModelMeasure) => {
  const { additive, better, missing, target, numerator, denominator, source, not_by = [] } = measure.meta;
  return {
    ...words(measure, measure.shortTitle),
    ...{ additive, better, missing, numerator, denominator, source },
    notBy: not_by,
    target: target === undefined ? null : { value: target.value, legalBasis: target.legal_basis },
  };
};

/** An object literal with one line per member: short files, and one line per changed member in a review. */
const lines = <T extends { name: string }>(members: readonly T[], entry: (member: T) => unknown, indent: string) =>
  members.map((member) => `${indent}${shortName(member.name)}: ${JSON.stringify(entry(member))},\n`).join("");

const memberKinds = (view: ModelView): string => `  ${view.name}: {
    measures: {
${lines(view.measures, ({ meta }) => meta.unit, "      ")}    },
    dimensions: {
${lines(view.dimensions, ({ type }) => type, "      ")}    },
  },
`;

const members = (views: readonly ModelView[]): string => `${header}
/** Every member of every view: the unit of a measure, the type of a dimension. */
export const viewMembers = {
${views.map(memberKinds).join("")}} as const;
`;

const catalogue = (view: ModelView): string => `${header}import type { ViewCatalogue } from "../data/viewCatalogue.ts";

export const ${camel(view.name)}: ViewCatalogue<"${view.name}"> = {
  name: "${view.name}",
  title: ${JSON.stringify(words(view, view.title).title)},
  description: ${JSON.stringify(words(view, view.title).description)},
  measures: {
${lines(view.measures, measureEntry, "    ")}  },
  dimensions: {
${lines(view.dimensions, (dimension) => words(dimension, dimension.shortTitle), "    ")}  },
};
`;

/**
 * What the dashboard knows of the model, as files of dashboard/api: the members of all views, small enough for the first
 * load, and for each view its catalogue, which is loaded with the page that shows it.
 */
export const renderDashboardTypes = (views: readonly ModelView[]): ReadonlyMap<string, string> =>
  new Map([
    ["viewMembers.generated.ts", members(views)],
    ...views.map((view) => [`${view.name}.generated.ts`, catalogue(view)] as const),
  ]);
