import { z } from "zod";
import { parseEnvironment, port } from "../../warehouse/parseEnvironment.ts";

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
