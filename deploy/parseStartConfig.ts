import { resolve } from "node:path";
import { z } from "zod";

export interface StartConfig {
  host: string;
  port: number;
  dataDir: string;
  /** One row of the sample stands for this many; 0: load no sample. */
  sampleScale: number;
}

const environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  DATA_DIR: z.string().min(1).default("./.data"),
  SAMPLE_SCALE: z.coerce.number().int().min(0).max(1_000_000).default(200),
});

/** @throws Error naming every variable that is wrong, with what it must be. */
export function parseStartConfig(env: NodeJS.ProcessEnv): StartConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not usable.\n${faults.join("\n")}\nfix: see "Settings" in README.md.`);
  }
  const { HOST, PORT, DATA_DIR, SAMPLE_SCALE } = parsed.data;
  return { host: HOST, port: PORT, dataDir: resolve(DATA_DIR), sampleScale: SAMPLE_SCALE };
}
