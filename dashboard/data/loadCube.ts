import * as z from "zod/mini";
import { ApiError } from "./ApiError.ts";
import { askTogether } from "./askTogether.ts";
import { type FetchEffects, realEffects } from "./fetchJson.ts";

export type Grain = "day" | "week" | "month" | "quarter" | "year";
export interface CubeFilter {
  member: string;
  operator: "equals" | "notEquals" | "set" | "notSet";
  values?: string[];
}
export interface CubeQuery {
  measures: string[];
  dimensions?: string[];
  timeDimensions?: { dimension: string; granularity?: Grain; dateRange: [string, string] }[];
  filters?: CubeFilter[];
  order?: [string, "asc" | "desc"][];
  limit?: number;
}
export type CubeValue = string | number | boolean | null | undefined;
export type CubeRow = Record<string, CubeValue>;

const answer = z.object({
  data: z.array(z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.boolean()])))),
});
const stillWorking = z.object({ error: z.literal("Continue wait") });

/** Cube holds a request for some ten seconds before it says "Continue wait"; ten minutes of that is a fault. */
const MOST_WAITS = 60;

/** Gives the rows of Cube queries. Asks again for as long as Cube is still working on one. @throws ApiError */
export function createLoad(effects: FetchEffects, ask = askTogether(effects)) {
  return async (query: CubeQuery, signal: AbortSignal | undefined): Promise<CubeRow[]> => {
    for (let waits = 0; waits < MOST_WAITS; waits++) {
      const { body, requestId } = await ask(query, signal);
      if (!stillWorking.safeParse(body).success) {
        const parsed = answer.safeParse(body);
        if (parsed.success) return parsed.data.data;
        throw new ApiError("unreadable answer", { status: 200, fix: null, requestId });
      }
      await effects.pause(200);
      signal?.throwIfAborted();
    }
    throw new ApiError("the query did not finish", { status: 504, fix: null, requestId: null });
  };
}

export const loadCube = createLoad(realEffects);
