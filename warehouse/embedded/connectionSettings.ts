import type { QueryRequest } from "./parseRequest.ts";
import { quoteName, quoteString } from "./sqlText.ts";

export const settingAssignments = (values: Iterable<readonly [string, string]>): string =>
  [...values].map(([name, value]) => `${name} = ${quoteString(value)}`).join(", ");

/**
 * The id by which the engine knows a statement: the engine makes its own query ids, so the client's
 * travels as the first line of `log_comment`, the client's own comment behind it.
 */
export function statementTag(queryId: string, request: QueryRequest): string {
  const comment = request.settings.get("log_comment");
  return comment === undefined ? queryId : `${queryId}\n${comment}`;
}

/** Parameters as the engine's `SET param_…`: per connection, unlike the binding calls, which share one state. */
export function setParameters(parameters: ReadonlyMap<string, string>): string[] {
  if (parameters.size === 0) return [];
  return [`SET ${settingAssignments([...parameters].map(([name, value]) => [`param_${name}`, value]))}`];
}

/** Statements that give a fresh connection the request's settings, parameters and database. */
export function freshConnectionSetup(request: QueryRequest, tag: string, profile: ReadonlyMap<string, string>): string {
  const settings = new Map([...profile, ...request.settings, ["log_comment", tag]]);
  // The HTTP interface's rule: GET reads. 2 still lets a statement carry settings of its own.
  if (request.isReadOnlyMethod && (settings.get("readonly") ?? "0") === "0") settings.set("readonly", "2");
  const use = request.database === undefined ? [] : [`USE ${quoteName(request.database)}`];
  return [...use, ...setParameters(request.parameters), `SET ${settingAssignments(settings)}`].join(";\n");
}

/** Statements that put a named session's settings back after a request that brought its own. */
export function sessionRestore(saved: Iterable<{ name: string; value: string; changed: boolean }>): string {
  const parts = [...saved].map(({ name, value, changed }) => `${name} = ${changed ? quoteString(value) : "DEFAULT"}`);
  return `SET ${parts.join(", ")}`;
}
