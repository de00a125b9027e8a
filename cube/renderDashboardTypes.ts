import type { ModelDimension, ModelMeasure, ModelView } from "./compileModel.ts";

/** Views that have a screen. */
export const viewsWithScreens: readonly string[] = ["vaccination"];

const shortName = (name: string): string => name.slice(name.indexOf(".") + 1);
const pascal = (name: string): string =>
  name.replace(/(^|_)(\w)/g, (_, _separator: string, letter: string) => letter.toUpperCase());

const measureEntry = (measure: ModelMeasure): [string, unknown] => {
  const { meta } = measure;
  return [
    measure.name,
    {
      title_vi: measure.shortTitle,
      title_en: meta.title_en,
      description_vi: measure.description,
      description_en: meta.description_en,
      numerator: meta.numerator,
      denominator: meta.denominator,
      unit: meta.unit,
      additive: meta.additive,
      better: meta.better,
      missing: meta.missing,
      target: meta.target ?? null,
      source: meta.source,
    },
  ];
};

const dimensionEntry = (dimension: ModelDimension): [string, unknown] => [
  dimension.name,
  {
    type: dimension.type,
    title_vi: dimension.shortTitle,
    title_en: dimension.meta.title_en,
    description_vi: dimension.description,
    description_en: dimension.meta.description_en,
  },
];

const asConst = (name: string, type: string, entries: [string, unknown][]): string =>
  `export const ${name} = ${JSON.stringify(Object.fromEntries(entries), null, 2)} as const satisfies Record<string, ${type}>;\n`;

/** A TypeScript file with the members of one view and what they mean, for the dashboard. */
export const renderDashboardTypes = (view: ModelView): string => {
  const name = pascal(view.name);
  return `// Generated from cube/model by \`npm run docs\`. Do not edit.
export interface MeasureMeta {
  title_vi: string;
  title_en: string;
  description_vi: string;
  description_en: string;
  numerator: string;
  denominator: string | null;
  unit: "dose" | "subject" | "person" | "percent" | "per_day" | "date";
  additive: boolean;
  better: "up" | "down" | "none";
  missing: "gap" | "zero";
  target: { value: number; legal_basis: string } | null;
  source: string;
}

export interface DimensionMeta {
  type: "string" | "number" | "time";
  title_vi: string;
  title_en: string;
  description_vi: string;
  description_en: string;
}

${asConst(`${view.name}Measures`, "MeasureMeta", view.measures.map(measureEntry))}
${asConst(`${view.name}Dimensions`, "DimensionMeta", view.dimensions.map(dimensionEntry))}
/** Full member name, as Cube takes and answers it: "${view.name}.${shortName(view.measures[0]?.name ?? "")}". */
export type ${name}Measure = keyof typeof ${view.name}Measures;
export type ${name}Dimension = keyof typeof ${view.name}Dimensions;
export type ${name}Member = ${name}Measure | ${name}Dimension;
`;
};
