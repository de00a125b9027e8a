import { z } from "zod";
import { UserError } from "../../warehouse/UserError.ts";

export interface ServerConfig {
  host: string;
  port: number;
}

const environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number("must be a number").int().min(0).max(65_535).default(4000),
});

/**
 * The server's part of the environment. A variable set to nothing counts as unset.
 * @throws UserError that names each wrong variable
 */
export const parseServerConfig = (env: NodeJS.ProcessEnv = process.env): ServerConfig => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new UserError(`The environment is not usable: ${faults.join("; ")}`, {
      fix: "set PORT to a free port (1–65535) and HOST to an address of this machine, or unset them",
    });
  }
  return { host: parsed.data.HOST, port: parsed.data.PORT };
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
  const parsed = hostNames.safeParse(env.ALLOWED_HOSTS);
  if (parsed.success) return parsed.data;
  throw new UserError(`ALLOWED_HOSTS ${parsed.error.issues[0]?.message}`, {
    fix: "write host names with commas between: ALLOWED_HOSTS=suckhoe.example.vn,10.0.0.5",
  });
};
