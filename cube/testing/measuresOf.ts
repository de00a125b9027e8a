import { z } from "zod";

const meta = z.object({
  cubes: z.array(z.object({ name: z.string(), measures: z.array(z.object({ name: z.string() })) })),
});
type Meta = z.infer<typeof meta>;

const readMeta = async (url: string): Promise<Meta> =>
  meta.parse(await (await fetch(`${url}/cubejs-api/v1/meta`)).json());

/** What a server says of its model does not change while it runs, and is long. */
const known = new Map<string, Promise<Meta>>();

/** Names of every public measure of a view. */
export const measuresOf = async (url: string, view: string): Promise<string[]> => {
  const told = known.get(url) ?? readMeta(url);
  known.set(url, told);
  const { cubes } = await told;
  return cubes.filter(({ name }) => name === view).flatMap(({ measures }) => measures.map(({ name }) => name));
};
