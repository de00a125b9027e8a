import { z } from "zod";
import { UserError } from "./UserError.ts";

/** A whole number in a variable; written otherwise (`1e3`, `0x10`, ` 5`) it is more likely a slip than meant. */
export const wholeNumber = (from: number, to = Number.MAX_SAFE_INTEGER) => {
  const error = `must be a whole number ${to === Number.MAX_SAFE_INTEGER ? `of ${from} or more` : `from ${from} to ${to}`}`;
  return z
    .string()
    .regex(/^-?\d+$/, error)
    .transform(Number)
    .pipe(z.number().min(from, error).max(to, error));
};

/** A TCP port; 0 is any free one. */
export const port = wholeNumber(0, 65_535);

/** What each room's part of the environment looks like: variables by name, each optional or with a default. */
export type EnvironmentShape = z.ZodObject;

/**
 * A room's part of the environment. A variable set to nothing, or to blanks, counts as unset: that is how it is unset in
 * files of variables and in compose files.
 * @param fix what to do about a wrong one, if there is more to say than to correct it
 * @throws UserError that names every wrong variable and what it must be; values are left out, they may be secret
 */
export const parseEnvironment = <S extends EnvironmentShape>(
  schema: S,
  env: Readonly<Record<string, string | undefined>> = process.env,
  fix = "correct these variables, or unset them for their defaults; README.md lists them under Settings",
): z.output<S> => {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== "")));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path[0]?.toString()} ${message}`);
  throw new UserError(`The environment is not usable: ${[...new Set(faults)].join("; ")}`, { fix });
};
