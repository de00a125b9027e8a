import { z } from "zod";

const meta = z.object({
  cubes: z.array(z.object({ name: z.string(), measures: z.array(z.object({ name: z.string() })) })),
});

/** Names of every public measure of a view. */
export const measuresOf = async (url: string, view: string): Promise<string[]> =>
  meta
    .parse(await (await fetch(`${url}/cubejs-api/v1/meta`)).json())
    .cubes.filter(({ name }) => name === view)
    .flatMap(({ measures }) => measures.map(({ name }) => name));
