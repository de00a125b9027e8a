import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { newDataDir, newSampleDir, type RunningProduct, startProduct } from "./startProduct.ts";

/** Each test starts the product once to three times, and the first one loads every subject's sample. */
const START_TIMEOUT = 180_000;
const about = z.object({ dataset: z.string().nullable(), sources: z.array(z.object({ job: z.string() })) });
const recorded = z.object({ data: z.tuple([z.object({ "vaccination.doses_recorded": z.string().nullable() })]) });

let dataDir: string;
let running: RunningProduct[];
beforeEach(async () => {
  running = [];
});
afterEach(async () => {
  for (const product of running) await product.dispose();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
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
  "loads the whole sample after a kill in the middle of it, ends cleanly on Ctrl-C and starts again on the same data, beside one without",
  async () => {
    dataDir = await newSampleDir();
    const second = await start();
    expect(second.log()).not.toContain("sample");
    expect(await dosesRecorded(second)).toBe(sampleDoses);
    const { sources } = about.parse(await read(second, "/api/about"));
    expect(sources.map(({ job }) => job)).toEqual(
      expect.arrayContaining([
        ...["facilities", "population", "resources", "services", "payments", "connections", "procedures", "dossiers"],
        ...["administered", "doses", "verifications", "certificates"],
      ]),
    );
    await second.interrupt();
    await expect(fetch(second.url)).rejects.toThrow();

    const other = await newDataDir();
    const [empty, third] = await Promise.all([start({ SAMPLE_SCALE: "0" }, other), start()]);
    expect(third.log()).not.toContain("sample");
    expect(about.parse(await read(empty, "/api/about")).dataset).toBeNull();
    expect(await dosesRecorded(empty)).toBeNull();
    expect(await dosesRecorded(third)).toBe(sampleDoses);
    await empty.dispose();
    await rm(other, { recursive: true, force: true, maxRetries: 5 });
  },
  START_TIMEOUT,
);

it("says at once that its port is taken, and what to do", async () => {
  dataDir = await newDataDir();
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const address = holder.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  await expect(start({ PORT: port })).rejects.toThrow(/fix: end the program that uses the port/);
  holder.close();
});
