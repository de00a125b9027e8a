import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The key that signs cookies: as given, or made once into the data folder, readable by its owner only. */
export const secretOf = async (dataDir: string, given: string | undefined): Promise<string> => {
  if (given !== undefined) return given;
  const file = join(dataDir, "accounts.secret");
  const made = randomBytes(48).toString("base64url");
  try {
    await writeFile(file, made, { mode: 0o600, flag: "wx" });
    return made;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return readFile(file, "utf8");
    throw error;
  }
};
