import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { newDataDir, type RunningProduct, spawnProduct, startProduct } from "./startProduct.ts";

/** Each test starts the product once or twice, and a start loads every subject's sample. */
const START_TIMEOUT = 180_000;
const small = { SAMPLE_SCALE: "20000" };
const about = z.object({ dataset: z.string().nullable(), sources: z.array(z.object({ job: z.string() })) });
const recorded = z.object({ data: z.tuple([z.object({ "vaccination.doses_recorded": z.string().nullable() })]) });

let dataDir: string;
let running: RunningProduct[];
beforeEach(async () => {
  dataDir = await newDataDir();
  running = [];
});
afterEach(async () => {
  for (const product of running) await product.dispose();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

async function start(env: Record<string, string>, folder = dataDir): Promise<RunningProduct> {
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

/** Recorded doses of mid 2022, one for 20,000. */
const sampleDoses = "11687";

it(
  "ends cleanly on Ctrl-C and starts again on the same data",
  async () => {
    const first = await start(small);
    expect(await dosesRecorded(first)).toBe(sampleDoses);
    await first.interrupt();
    await expect(fetch(first.url)).rejects.toThrow();

    const again = await start(small);
    expect(again.log()).not.toContain("sample");
    expect(await dosesRecorded(again)).toBe(sampleDoses);
  },
  START_TIMEOUT,
);

it(
  "loads the whole sample after a kill in the middle of it",
  async () => {
    const killed = spawnProduct(dataDir, small);
    let log = "";
    for await (const chunk of killed.stderr) {
      log += String(chunk);
      if (log.includes("loading sample: doses.csv")) break;
    }
    if (killed.pid !== undefined) process.kill(-killed.pid, "SIGKILL");
    await once(killed, "exit");

    const product = await start(small);
    expect(await dosesRecorded(product)).toBe(sampleDoses);
    const { sources } = about.parse(await read(product, "/api/about"));
    expect(sources.map(({ job }) => job)).toEqual(
      expect.arrayContaining([
        ...["facilities", "population", "resources", "services", "payments", "connections", "procedures", "dossiers"],
        ...["administered", "doses", "verifications", "certificates"],
      ]),
    );
  },
  START_TIMEOUT,
);

it(
  "runs two beside each other, and one without a sample shows none",
  async () => {
    const other = await newDataDir();
    const [empty, sample] = await Promise.all([start({ SAMPLE_SCALE: "0" }), start(small, other)]);
    expect(about.parse(await read(empty, "/api/about")).dataset).toBeNull();
    expect(await dosesRecorded(empty)).toBeNull();
    expect(await dosesRecorded(sample)).toBe(sampleDoses);
    await sample.dispose();
    await rm(other, { recursive: true, force: true, maxRetries: 5 });
  },
  START_TIMEOUT,
);

it("says at once that its port is taken, and what to do", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const address = holder.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  await expect(start({ ...small, PORT: port })).rejects.toThrow(/fix: end the program that uses the port/);
  holder.close();
});
