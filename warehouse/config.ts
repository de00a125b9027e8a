import { resolve } from "node:path";
import { z } from "zod";
import { parseEnvironment } from "./parseEnvironment.ts";

/** Where the warehouse is. Without `url` it is the embedded engine on `dataDir`. */
export interface WarehouseConfig {
  url: string | undefined;
  user: string;
  password: string;
  /** Database that readers such as Cube start in; statements of ours name theirs. */
  database: string;
  /** Name of the ClickHouse cluster that DDL goes to; undefined for a single server. */
  cluster: string | undefined;
  dataDir: string;
}

const identifier = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, "must be a plain name (letters, digits, _ and -), for example mart");

const environment = z.object({
  DATA_DIR: z.string().min(1).default("./.data"),
  CLICKHOUSE_URL: z
    .url({ protocol: /^https?$/, error: "must be an http(s) address, for example http://localhost:8123" })
    .optional(),
  CLICKHOUSE_USER: z.string().min(1).default("default"),
  CLICKHOUSE_PASSWORD: z.string().default(""),
  CLICKHOUSE_DATABASE: identifier.default("mart"),
  CLICKHOUSE_CLUSTER: identifier.optional(),
});

/**
 * The warehouse's part of the environment.
 * @throws UserError that names each wrong variable and its fix
 */
export const parseWarehouseConfig = (env: NodeJS.ProcessEnv = process.env): WarehouseConfig => {
  const fix = "correct these variables, or unset them to use the embedded warehouse in ./.data";
  const values = parseEnvironment(environment, env, fix);
  return {
    url: values.CLICKHOUSE_URL?.replace(/\/+$/, ""),
    user: values.CLICKHOUSE_USER,
    password: values.CLICKHOUSE_PASSWORD,
    database: values.CLICKHOUSE_DATABASE,
    cluster: values.CLICKHOUSE_CLUSTER,
    dataDir: resolve(values.DATA_DIR),
  };
};
