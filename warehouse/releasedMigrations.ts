import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type MigrationFile, readMigrationFiles } from "./migrationFiles.ts";
import { UserError } from "./UserError.ts";

const listPath = join(import.meta.dirname, "releasedMigrations.json");

/** Version to the migrations that came with it: file name without .sql to SHA-256, as `migrationFiles` reads them. */
const releases = z.record(z.string(), z.record(z.string(), z.string()));
export type Releases = z.infer<typeof releases>;

/** The migrations of every release; they are never edited, because warehouses exist that have applied them. */
export const readReleasedMigrations = async (path: string = listPath): Promise<Releases> =>
  releases.parse(JSON.parse(await readFile(path, "utf8")));

/** What was done to released migrations that must not be, a sentence each. */
export const findEdited = (released: Releases, files: readonly MigrationFile[]): string[] => {
  const checksums = new Map(files.map(({ name, checksum }) => [name, checksum]));
  return Object.entries(released).flatMap(([version, migrations]) =>
    Object.entries(migrations).flatMap(([name, checksum]) => {
      const found = checksums.get(name);
      if (found === checksum) return [];
      return [`${name} was released with ${version} and ${found === undefined ? "is missing" : "has been edited"}`];
    }),
  );
};

/**
 * Writes down the migrations that come with a version: those that no other version has. Run once, when the release is made.
 * @throws UserError where a migration of another version was edited
 */
export const releaseMigrations = async (version: string, path: string = listPath, folder?: string): Promise<void> => {
  const { [version]: _before, ...earlier } = await readReleasedMigrations(path);
  const files = await readMigrationFiles(folder);
  const edited = findEdited(earlier, files);
  if (edited.length > 0) {
    throw new UserError(edited.join("; "), { fix: "restore the file, and put the change into a new migration" });
  }
  const known = new Set(Object.values(earlier).flatMap((migrations) => Object.keys(migrations)));
  const own = files.filter(({ name }) => !known.has(name)).map(({ name, checksum }) => [name, checksum] as const);
  await writeFile(path, `${JSON.stringify({ ...earlier, [version]: Object.fromEntries(own) }, null, 2)}\n`);
};
