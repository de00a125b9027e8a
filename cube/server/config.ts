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
