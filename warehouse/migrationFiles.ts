import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "./UserError.ts";

export interface MigrationFile {
  /** File name without .sql: 0001_create_databases. */
  name: string;
  sql: string;
  /** SHA-256 of the text with \n line ends. */
  checksum: string;
}

export const migrationsFolder = join(import.meta.dirname, "migrations");

const fileName = /^(\d{4})_[a-z0-9_]+\.sql$/;

/** The migrations of a folder in their order. */
export const readMigrationFiles = async (folder: string = migrationsFolder): Promise<MigrationFile[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const numbers = new Set<string>();
  for (const name of names) {
    const number = fileName.exec(name)?.[1];
    if (number === undefined || numbers.has(number)) {
      throw new UserError(
        `The migration ${name} has ${number === undefined ? "no valid name" : "the number of another"}`,
        {
          fix: "name it NNNN_verb_object.sql with the next free number",
        },
      );
    }
    numbers.add(number);
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n");
      return { name: name.slice(0, -".sql".length), sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
};
