import { resolve } from "node:path";
import { z } from "zod";
import { parseEnvironment, port, wholeNumber } from "../warehouse/parseEnvironment.ts";

export interface StartConfig {
  host: string;
  port: number;
  dataDir: string;
  /** One row of the sample stands for this many; 0: load no sample. */
  sampleScale: number;
}

const environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(4000),
  DATA_DIR: z.string().min(1).default("./.data"),
  SAMPLE_SCALE: wholeNumber(0, 1_000_000).default(200),
});

/** @throws UserError naming every variable that is wrong, with what it must be. */
export function parseStartConfig(env: NodeJS.ProcessEnv): StartConfig {
  const { HOST, PORT, DATA_DIR, SAMPLE_SCALE } = parseEnvironment(environment, env);
  return { host: HOST, port: PORT, dataDir: resolve(DATA_DIR), sampleScale: SAMPLE_SCALE };
}
