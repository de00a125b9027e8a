import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { ModelError } from "./ModelError.ts";

export interface ModelFile {
  /** "cubes/payment_rows.yml" */
  readonly fileName: string;
  readonly content: string;
}

/** What a member asks of a hidden member: a value, several, or `any` for none of them. */
const asked = z.union([z.string(), z.array(z.string())]);

const texts = {
  title: z.string().min(1),
  title_en: z.string().min(1),
  description: z.string().min(1),
  description_en: z.string().min(1),
};
const measure = z
  .object({
    name: z.string(),
    ...texts,
    numerator: z.string().min(1),
    denominator: z.string().min(1).optional(),
    unit: z.string().optional(),
    additive: z.boolean().optional(),
    better: z.enum(["up", "down", "none"]),
    missing: z.enum(["gap", "zero"]).optional(),
    target: z.object({ value: z.number(), legal_basis: z.string() }).optional(),
    source: z.string().min(1).optional(),
    sql: z.string().optional(),
    /** Dimensions whose values say nothing of it, beside those that its kinds of rows do not have. */
    not_by: asked.optional(),
  })
  .catchall(asked);
const dimension = z
  .object({
    name: z.string(),
    ...texts,
    type: z.enum(["string", "number", "time"]).optional(),
    sql: z.string().optional(),
    /** Kinds of rows that do not have it. */
    untold_of: asked.optional(),
  })
  .catchall(asked);

/** A member that the server gives to every query. Either all values that are asked for count, or the finest of them. */
const hidden = z.strictObject({
  /** Which members have to say what they ask of it. */
  asked_of: z.enum(["measures", "dimensions"]),
  all: z.array(z.string()).optional(),
  finest: z.array(z.string()).optional(),
  /** The values of a query that asks for none. */
  otherwise: z.array(z.string()).optional(),
  /** Of kinds of rows, those that tell of a point's last day alone, wherever the point begins. */
  states: z.array(z.string()).optional(),
});

const cube = z.strictObject({
  name: z.string(),
  extends: z.string().optional(),
  sql: z.string().optional(),
  hidden: z.record(z.string(), hidden).optional(),
  /** What its own measures or dimensions have where they do not say otherwise. */
  measure_defaults: z.record(z.string(), asked).optional(),
  dimension_defaults: z.record(z.string(), asked).optional(),
  measures: z.array(measure).optional(),
  dimensions: z.array(dimension).optional(),
});
const view = z.strictObject({
  name: z.string(),
  ...texts,
  cube: z.string(),
  /** Members of the cube that readers do not see here. */
  excludes: z.array(z.string()).optional(),
});
const file = z.strictObject({ cubes: z.array(cube).optional(), views: z.array(view).optional() });

export type MeasureSource = z.infer<typeof measure>;
export type DimensionSource = z.infer<typeof dimension>;
export type HiddenSource = z.infer<typeof hidden>;
export type CubeSource = z.infer<typeof cube> & { readonly lineOf: (...path: (string | number)[]) => string };
export type ViewSource = z.infer<typeof view> & { readonly where: string };

/**
 * A file of the model as it is written; docs/decisions/0006 says what its words mean.
 * @throws ModelError naming file, line and member
 */
export const parseModelFile = ({ fileName, content }: ModelFile): { cubes: CubeSource[]; views: ViewSource[] } => {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) {
    throw new ModelError(`${fileName}:${lines.linePos(fault.pos[0]).line}`, fault.message, "mend the YAML there");
  }
  const lineOf = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
      if (Array.isArray(range)) return `${fileName}:${lines.linePos(Number(range[0])).line}`;
    }
    return `${fileName}:1`;
  };
  const parsed = file.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    const named = path
      .map((_, i) => document.getIn([...path.slice(0, i + 1), "name"]))
      .filter((name) => name !== undefined);
    throw new ModelError(
      lineOf(path),
      `${named.join(".")}: ${String(path.at(-1) ?? "")}: ${issue?.message}`,
      "say what docs/decisions/0006 asks of a cube, a measure or a dimension",
    );
  }
  const { cubes = [], views = [] } = parsed.data;
  return {
    cubes: cubes.map((each, i) => ({ ...each, lineOf: (...path) => lineOf(["cubes", i, ...path]) })),
    views: views.map((each, i) => ({ ...each, where: lineOf(["views", i]) })),
  };
};
