import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** The server's rooms. Each may import what stands before it, so that none goes round in a circle. */
const rooms = ["question", "failures", "areas", "access", "accounts", "answer", "lineage", "http"];

const server = fileURLToPath(new URL(".", import.meta.url));
const roomOf = (file: string): number => rooms.indexOf(relative(server, file).split("/")[0] ?? "");

it("the server's rooms import in one direction", () => {
  const files = readdirSync(server, { recursive: true, encoding: "utf8" })
    .filter((name) => name.includes("/") && name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => resolve(server, name));
  expect([...new Set(files.map((file) => rooms[roomOf(file)]))].sort()).toEqual([...rooms].sort());
  const backwards = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)]
      .map(([, path = ""]) => resolve(dirname(file), path))
      .filter((imported) => imported.startsWith(server) && !(roomOf(imported) >= 0 && roomOf(imported) <= roomOf(file)))
      .map((imported) => `${relative(server, file)} -> ${relative(server, imported)}`),
  );
  expect(backwards).toEqual([]);
});
