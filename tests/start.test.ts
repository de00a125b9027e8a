import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { newDataDir, newSampleDir, type RunningProduct, startProduct } from "./startProduct.ts";

/** To load every subject's sample takes two starts, one of them killed; the tests build on one another. */
const START_TIMEOUT = 180_000;
const about = z.object({ dataset: z.string().nullable(), sources: z.array(z.object({ job: z.string() })) });
const recorded = z.object({ data: z.tuple([z.object({ "vaccination.doses_recorded": z.string().nullable() })]) });

let dataDir: string;
let emptyDir: string;
let running: RunningProduct[];
beforeAll(async () => {
  dataDir = await newSampleDir();
  emptyDir = await newDataDir();
}, START_TIMEOUT);
afterAll(async () => {
  for (const folder of [dataDir, emptyDir]) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(async () => {
  running = [];
});
afterEach(async () => {
  for (const product of running) await product.dispose();
});

async function start(env: Record<string, string> = {}, folder = dataDir): Promise<RunningProduct> {
  const product = await startProduct(folder, env);
  running.push(product);
  return product;
}

const read = async ({ url }: RunningProduct, path: string): Promise<unknown> =>
  (await fetch(new URL(path, url))).json();

async function dosesRecorded(product: RunningProduct): Promise<string | null> {
  const query = encodeURIComponent(JSON.stringify({ measures: ["vaccination.doses_recorded"] }));
  return recorded.parse(await read(product, `/cubejs-api/v1/load?query=${query}`)).data[0][
    "vaccination.doses_recorded"
  ];
}

/** Recorded doses of mid 2022, one for 2,000. */
const sampleDoses = "116874";

it(
  "has the whole sample after a kill in the middle of its load, and ends cleanly on Ctrl-C",
  async () => {
    const product = await start();
    expect(product.log()).not.toContain("sample");
    expect(await dosesRecorded(product)).toBe(sampleDoses);
    const { sources } = about.parse(await read(product, "/api/about"));
    expect(sources.map(({ job }) => job)).toEqual(
      expect.arrayContaining([
        ...["facilities", "population", "resources", "services", "payments", "connections", "procedures", "dossiers"],
        ...["administered", "doses", "verifications", "certificates"],
      ]),
    );
    await product.interrupt();
    await expect(fetch(product.url)).rejects.toThrow();
  },
  START_TIMEOUT,
);

it(
  "starts again on the same data, with another beside it that has no sample and shows none",
  async () => {
    const [sample, empty] = await Promise.all([start(), start({ SAMPLE_SCALE: "0" }, emptyDir)]);
    expect(sample.log()).not.toContain("sample");
    expect(about.parse(await read(empty, "/api/about")).dataset).toBeNull();
    expect(await dosesRecorded(empty)).toBeNull();
    expect(await dosesRecorded(sample)).toBe(sampleDoses);
  },
  START_TIMEOUT,
);

it("says at once that its port is taken, and what to do", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const address = holder.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  await expect(start({ PORT: port }, emptyDir)).rejects.toThrow(/fix: end the program that uses the port/);
  holder.close();
});
