import { z } from "zod";
import { createCube } from "./server/answer/createCube.ts";
import { productContext } from "./server/answer/securityContext.ts";
import { isUnit } from "./units.ts";

const target = z.object({ value: z.number(), legal_basis: z.string() });

const measureMeta = z.strictObject({
  title_en: z.string().min(1),
  description_en: z.string().min(1),
  numerator: z.string().min(1),
  denominator: z.string().min(1).nullable(),
  unit: z.string().refine(isUnit, "is not in cube/units.ts"),
  additive: z.boolean(),
  better: z.enum(["up", "down", "none"]),
  missing: z.enum(["gap", "zero"]),
  target: target.optional(),
  source: z.string().min(1),
  not_by: z.array(z.string()).optional(),
});
const dimensionMeta = z.strictObject({ title_en: z.string().min(1), description_en: z.string().min(1) });

const member = { name: z.string(), shortTitle: z.string().min(1), description: z.string().min(1) };
const measure = z.object({ ...member, type: z.enum(["number", "time"]), meta: measureMeta });
const dimension = z.object({ ...member, type: z.enum(["string", "number", "time"]), meta: dimensionMeta });
const view = z.object({
  name: z.string(),
  title: z.string().min(1),
  description: z.string().min(1),
  meta: dimensionMeta,
  measures: z.array(measure),
  dimensions: z.array(dimension),
});

export type ModelMeasure = z.infer<typeof measure>;
export type ModelDimension = z.infer<typeof dimension>;
export type ModelView = z.infer<typeof view>;

/** The part of Cube's `/meta` that the product speaks of: the public views with their members, as the model states them. */
export const parseViews = (cubes: readonly { config: { type?: string } }[]): ModelView[] =>
  cubes.filter(({ config }) => config.type === "view").map(({ config }) => view.parse(config));

/** Compiles the model without a warehouse. */
export const compileModel = async (): Promise<ModelView[]> => {
  const cube = createCube({
    warehouse: { url: "http://127.0.0.1:9", user: "", password: "", database: "" },
    queryRewrite: async () => undefined,
    concurrency: 1,
    queryTimeoutSeconds: 1,
    log: () => undefined,
  });
  const context = { securityContext: productContext, requestId: "compile" };
  const compiler = await cube.getCompilerApi(context);
  const cubes = await compiler.metaConfig(context, { requestId: context.requestId });
  await cube.shutdown();
  return parseViews(cubes);
};
