import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { ClickHouseError } from "./clickHouseError.ts";
import type { QueryRequest } from "./parseRequest.ts";
import type { PipePool } from "./pipePool.ts";
import { MAX_STATEMENT_BYTES } from "./readStatement.ts";
import { quoteName, quoteString } from "./sqlText.ts";

/** A table that came with the statement, as a file part of its form, and lasts for it alone. */
export interface ExternalTable {
  name: string;
  /** ClickHouse's list of columns, e.g. `a UInt8, b String`. */
  structure: string;
  format: string;
  /** Where its data is. */
  path: string;
}

export interface ReadForm {
  /** The request, with the form's `query` behind the URL's and its parameters beside the URL's. */
  request: QueryRequest;
  tables: readonly ExternalTable[];
  /** Removes the tables' files. */
  dispose(): Promise<void>;
}

const MAX_PARTS = 1000;

/**
 * Whether the body is a form whose parts are the statement, its parameters and its tables.
 * @throws ClickHouseError for a body in parts that is no form: taken as it is, its boundaries would be stored as rows
 */
export function isForm({ headers }: Pick<IncomingMessage, "headers">): boolean {
  const type = (headers["content-type"] ?? "").trim().toLowerCase();
  if (/^multipart\/form-data\s*(;|$)/.test(type)) return true;
  if (type.startsWith("multipart/"))
    throw new ClickHouseError(
      48,
      "NOT_IMPLEMENTED",
      `Content-Type ${type.split(";")[0]} is not supported; send the parts as multipart/form-data`,
    );
  return false;
}

/**
 * Reads a form as ClickHouse does: `query` is statement text, `param_<name>` a parameter, and a part with a file name a
 * table, whose `<name>_structure` or `<name>_types` and `<name>_format` are in the URL or in a part of the form.
 * @throws ClickHouseError for a form that is broken, too large, or does not say what a table's columns are
 */
export async function readForm(
  request: QueryRequest,
  headers: IncomingHttpHeaders,
  body: AsyncIterator<Buffer, unknown>,
  pipes: PipePool,
): Promise<ReadForm> {
  const files = new Map<string, string>();
  const dispose = async (): Promise<void> => {
    for (const path of files.values()) await rm(path, { force: true });
  };
  try {
    const fields = await readParts(headers, body, (name) => {
      if (files.has(name)) throw badForm(`two files are named ${name}`);
      const path = pipes.spoolPath();
      files.set(name, path);
      return path;
    });
    return { ...merged(request, fields, files), dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

const badForm = (why: string): ClickHouseError =>
  new ClickHouseError(36, "BAD_ARGUMENTS", `The multipart/form-data body cannot be read: ${why}`);

/** @returns the fields in order; files go where `pathOf` says. */
async function readParts(
  headers: IncomingHttpHeaders,
  body: AsyncIterator<Buffer, unknown>,
  pathOf: (name: string) => string,
): Promise<[name: string, value: string][]> {
  const fields: [string, string][] = [];
  const writing: Promise<unknown>[] = [];
  const parser = openParser(headers);
  let refusal: ClickHouseError | undefined;
  parser.on("field", (name, value, nameTruncated, valueTruncated) => {
    if (nameTruncated || valueTruncated) refusal ??= badForm(`field ${name.slice(0, 100)} is too long`);
    else fields.push([name, value]);
  });
  parser.on("file", (name, stream) => {
    try {
      const work = pipeline(stream, createWriteStream(pathOf(name || "_data"), { mode: 0o600 }));
      work.catch(() => undefined); // Awaited below.
      writing.push(work);
    } catch (error) {
      refusal ??= error instanceof ClickHouseError ? error : badForm(String(error));
      stream.resume();
    }
  });
  for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const)
    parser.on(limit, () => {
      refusal ??= badForm(`it has more than ${MAX_PARTS} parts`);
    });
  const source = Readable.from(chunksOf(body), { objectMode: false });
  try {
    await pipeline(source, parser);
    await Promise.all(writing);
  } catch (error) {
    if (error instanceof ClickHouseError) throw error;
    throw badForm(error instanceof Error ? error.message : String(error));
  }
  if (refusal) throw refusal;
  return fields;
}

function openParser(headers: IncomingHttpHeaders): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...headers, "content-type": headers["content-type"] ?? "" },
      limits: { fieldSize: MAX_STATEMENT_BYTES, parts: MAX_PARTS, files: MAX_PARTS, fields: MAX_PARTS },
      isPartAFile: (_name, _type, fileName) => fileName !== undefined,
    });
  } catch (error) {
    throw badForm(error instanceof Error ? error.message : String(error));
  }
}

// Left early, a for loop over the iterator itself would close it, and with it the connection the answer goes back on.
async function* chunksOf(body: AsyncIterator<Buffer, unknown>): AsyncGenerator<Buffer> {
  for (let next = await body.next(); next.done !== true; next = await body.next()) yield next.value;
}

function merged(
  request: QueryRequest,
  fields: readonly [string, string][],
  files: ReadonlyMap<string, string>,
): Omit<ReadForm, "dispose"> {
  const parameters = new Map(request.parameters);
  const settings = new Map(request.settings);
  const described = new Map<string, string>();
  const isDescription = (name: string): boolean =>
    [...files.keys()].some((table) => ["structure", "types", "format"].some((part) => name === `${table}_${part}`));
  let urlQuery = request.urlQuery;
  // In the URL the descriptions of tables cannot be told from settings before the tables are known.
  for (const [name, value] of request.settings)
    if (isDescription(name)) {
      described.set(name, value);
      settings.delete(name);
    }
  for (const [name, value] of fields) {
    if (name === "query") urlQuery += value;
    else if (/^param_\w+$/.test(name)) parameters.set(name.slice(6), value);
    else if (isDescription(name)) described.set(name, value);
    else throw badForm(`field ${name.slice(0, 100)} is neither query, nor param_<name>, nor of a table in the form`);
  }
  const tables = [...files].map(([name, path]) => {
    const types = described.get(`${name}_types`);
    const structure = described.get(`${name}_structure`) ?? (types === undefined ? undefined : structureOf(types));
    if (structure === undefined)
      throw new ClickHouseError(
        36,
        "BAD_ARGUMENTS",
        `Neither structure nor types have not been provided for external table ${name}. Use fields ${name}_structure or ${name}_types to do so`,
      );
    return { name, path, structure, format: described.get(`${name}_format`) ?? "TabSeparated" };
  });
  return { request: { ...request, urlQuery, parameters, settings }, tables };
}

/** Columns of a list of types are named by their number, as ClickHouse does. Commas within parentheses are a type's own. */
function structureOf(types: string): string {
  let depth = 0;
  let column = 1;
  let structure = "_1 ";
  for (const character of types) {
    if (character === "(") depth++;
    else if (character === ")") depth--;
    if (character === "," && depth === 0) structure += `, _${++column} `;
    else structure += character;
  }
  return structure;
}

/** The table's columns and format are quoted, so that they can be nothing but that. */
export const createExternalTable = ({ name, path, format, structure }: ExternalTable): string =>
  `CREATE TEMPORARY TABLE ${quoteName(name)} ENGINE = Memory AS SELECT * FROM file(${[path, format, structure, "none"].map(quoteString).join(", ")})`;

export const dropExternalTable = ({ name }: ExternalTable): string => `DROP TEMPORARY TABLE ${quoteName(name)}`;
