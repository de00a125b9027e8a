import { resolve } from "node:path";
import { z } from "zod";
import { parseEnvironment, port } from "../../warehouse/parseEnvironment.ts";
import type { AccountsConfig } from "./accounts/AccountsConfig.ts";

export interface ServerConfig {
  host: string;
  port: number;
}

const environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(4000),
});

/**
 * The server's part of the environment.
 * @throws UserError that names each wrong variable
 */
export const parseServerConfig = (env: NodeJS.ProcessEnv = process.env): ServerConfig => {
  const fix = "set PORT to a free port (1–65535) and HOST to an address of this machine, or unset them";
  const { HOST, PORT } = parseEnvironment(environment, env, fix);
  return { host: HOST, port: PORT };
};

const hostNames = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((name) => name !== ""))
  .pipe(z.array(z.string().regex(/^[\p{L}\p{N}.:[\]-]{1,253}$/u, "must be names without http:// and path")));

/**
 * Names that the server answers to besides its own (http/allowedHosts.ts), from ALLOWED_HOSTS: "suckhoe.example.vn, 10.0.0.5".
 * @throws UserError
 */
export const parseAllowedHosts = (env: NodeJS.ProcessEnv = process.env): string[] => {
  const fix = "write host names with commas between: ALLOWED_HOSTS=suckhoe.example.vn,10.0.0.5";
  return parseEnvironment(z.object({ ALLOWED_HOSTS: hostNames }), env, fix).ALLOWED_HOSTS;
};

const mustBeStrong = "must be at least 32 characters, of at least 12 different ones";
const accountsEnvironment = z.object({
  ACCOUNTS: z.enum(["on", "off"], "must be on or off").default("off"),
  AUTH_SECRET: z
    .string()
    .refine((text) => text.length >= 32 && new Set(text).size >= 12, mustBeStrong)
    .optional(),
  ADMIN_EMAIL: z.email("must be an e-mail address").default("quan-tri@noi-bo.invalid"),
  SECURE_COOKIES: z.enum(["on", "off"], "must be on or off").default("off"),
  DATA_DIR: z.string().default("./.data"),
});

/**
 * What the environment says of accounts; undefined where they are off.
 * @throws UserError that names each wrong variable, a weak secret too
 */
export const parseAccountsConfig = (env: NodeJS.ProcessEnv = process.env): AccountsConfig | undefined => {
  const fix =
    "set ACCOUNTS=on or off; AUTH_SECRET to the output of: openssl rand -base64 48, or unset it to have one made";
  const { ACCOUNTS, AUTH_SECRET, ADMIN_EMAIL, SECURE_COOKIES, DATA_DIR } = parseEnvironment(
    accountsEnvironment,
    env,
    fix,
  );
  if (ACCOUNTS === "off") return undefined;
  return {
    dataDir: resolve(DATA_DIR),
    secret: AUTH_SECRET,
    administrator: ADMIN_EMAIL.toLowerCase(),
    secureCookies: SECURE_COOKIES === "on",
  };
};
