import { createHash, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { makeDataFolder } from "../warehouse/makeDataFolder.ts";
import { parseEnvironment } from "../warehouse/parseEnvironment.ts";
import { UserError } from "../warehouse/UserError.ts";
import type { HashKey } from "./job.ts";

const hexKey = z.string().regex(/^[0-9a-fA-F]{64}$/, "must be 64 hexadecimal digits (openssl rand -hex 32)");

const environment = z.object({
  DATA_DIR: z.string().min(1).default("./.data"),
  ETL_HASH_KEY: hexKey.optional(),
  ETL_REJECTS_KEY: hexKey.optional(),
});
const terminal = z.object({ LANG: z.string().default(""), DEBUG: z.string().default("") });

/** How the command speaks: LANG=en… in English, anything else in Vietnamese; DEBUG=etl shows the stack of a failure. */
export const parseTerminal = (
  env: NodeJS.ProcessEnv = process.env,
): { readonly language: "vi" | "en"; readonly showsStack: boolean } => {
  const { LANG, DEBUG } = parseEnvironment(terminal, env);
  return { language: LANG.toLowerCase().startsWith("en") ? "en" : "vi", showsStack: DEBUG === "etl" };
};

const keysFile = z.object({ hashKey: hexKey, rejectsKey: hexKey });

export interface EtlConfig {
  /** Key of the identifier hashes: loads under different keys do not find each other's people. */
  readonly hashKey: HashKey;
  /** 64 hexadecimal digits: AES-256 key of the rejected rows. */
  readonly rejectsKey: string;
  readonly language: "vi" | "en";
  /** Where keys were generated just now; undefined when they were given or found. */
  readonly keysGeneratedAt: string | undefined;
}

/** The engine's keyed hash takes 128 bits; all 256 of the key count. */
export const toHashKey = (hex: string): HashKey => {
  const digest = createHash("sha256").update(Buffer.from(hex, "hex")).digest();
  return { k0: digest.readBigUInt64LE(0).toString(), k1: digest.readBigUInt64LE(8).toString() };
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

const readKeys = async (path: string): Promise<z.infer<typeof keysFile> | undefined> => {
  try {
    return keysFile.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (cause) {
    if (hasCode(cause, "ENOENT")) return undefined;
    throw new UserError(`${path} cannot be read as the file of keys`, {
      fix: "restore it from a backup; a new key would not find the people loaded before",
      cause,
    });
  }
};

/** Two commands that start at once must end with the same keys: only one can create the file. */
const generateKeys = async (path: string): Promise<z.infer<typeof keysFile>> => {
  const keys = { hashKey: randomBytes(32).toString("hex"), rejectsKey: randomBytes(32).toString("hex") };
  try {
    await writeFile(path, `${JSON.stringify(keys, undefined, 2)}\n`, { mode: 0o600, flag: "wx" });
    return keys;
  } catch (error) {
    const other = hasCode(error, "EEXIST") ? await readKeys(path) : undefined;
    if (other === undefined) throw error;
    return other;
  }
};

/**
 * The etl's part of the environment. Keys that are not given are generated once into DATA_DIR/keys.json.
 * @throws UserError that names each wrong variable
 */
export const readEtlConfig = async (env: NodeJS.ProcessEnv = process.env): Promise<EtlConfig> => {
  const { DATA_DIR, ETL_HASH_KEY, ETL_REJECTS_KEY } = parseEnvironment(environment, env);
  const { language } = parseTerminal(env);
  if (ETL_HASH_KEY !== undefined && ETL_REJECTS_KEY !== undefined) {
    return { hashKey: toHashKey(ETL_HASH_KEY), rejectsKey: ETL_REJECTS_KEY, language, keysGeneratedAt: undefined };
  }
  const path = join(resolve(DATA_DIR), "keys.json");
  const found = await readKeys(path);
  if (found === undefined) await makeDataFolder(resolve(DATA_DIR));
  const keys = found ?? (await generateKeys(path));
  return {
    hashKey: toHashKey(ETL_HASH_KEY ?? keys.hashKey),
    rejectsKey: ETL_REJECTS_KEY ?? keys.rejectsKey,
    language,
    keysGeneratedAt: found === undefined ? path : undefined,
  };
};
