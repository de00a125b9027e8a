import { UserError } from "./UserError.ts";
import { WarehouseError } from "./WarehouseError.ts";

/** What a terminal shows of a failure: message, fix, query id; the stack only when asked for. */
export const describeError = (error: unknown, { withStack = false }: { withStack?: boolean } = {}): string => {
  const message = error instanceof Error ? error.message : String(error);
  const lines = [`error: ${message}`];
  if (error instanceof UserError) lines.push(`fix: ${error.fix}`);
  if (error instanceof WarehouseError) lines.push(`query id: ${error.queryId}`);
  if (withStack && error instanceof Error && error.stack !== undefined) lines.push(error.stack);
  return `${lines.join("\n")}\n`;
};
