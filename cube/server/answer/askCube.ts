import { randomUUID } from "node:crypto";
import { UserError } from "@cubejs-backend/api-gateway";
import { z } from "zod";
import type { Access } from "../access/access.ts";
import { cubeError, isSystemFailure } from "../failures/cubeFailure.ts";
import { QuestionError } from "../question/QuestionError.ts";
import { type AskedContext, cancelWhenAborted } from "./cancelQuestion.ts";
import { clearCubeCache } from "./clearCubeCache.ts";
import type { Cube, QueryContext } from "./createCube.ts";
import { contextFor, productContext } from "./securityContext.ts";

const answer = z.object({ data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))) });
const statement = z.object({ sql: z.object({ sql: z.tuple([z.string(), z.array(z.unknown())]) }) });

/** A row of an answer of Cube: "view.member" to its value as REST gives it. */
export type AnswerRow = Readonly<Record<string, string | number | null>>;

type Respond = (message: object, extra?: { status: number }) => Promise<void>;

/** A result of Cube writes its rows when it is asked for them. */
const bodyOf = async (message: object): Promise<unknown> =>
  "getFinalResult" in message && typeof message.getFinalResult === "function"
    ? JSON.parse(Buffer.from(await message.getFinalResult()).toString("utf8"))
    : message;

/** Puts a question to Cube's gateway, as its REST routes do. @throws UserError of Cube for a bad question, Error for a failure */
const put = async (
  asked: AskedContext,
  question: (asked: AskedContext, respond: Respond) => Promise<void>,
): Promise<unknown> => {
  let told: { message: object; status: number } | undefined;
  await question(asked, async (message, extra) => {
    told = { message, status: extra?.status ?? 200 };
  });
  if (told === undefined) throw new Error("Cube did not answer.");
  const body = await bodyOf(told.message);
  const refused = cubeError.safeParse(body);
  if (!refused.success) return body;
  const { error, plainError } = refused.data;
  if (plainError !== undefined) throw new QuestionError(...plainError);
  if (error === "Continue wait") throw new Error("Query execution timeout: it still waits for its turn.");
  if (told.status === 400 && !isSystemFailure(told.status, error)) throw new UserError(error);
  throw new Error(error);
};

const contextOf = (context: QueryContext, access?: Access): AskedContext => ({
  ...context,
  securityContext: access === undefined ? productContext : contextFor(access),
  requestId: randomUUID(),
});

/**
 * Asks Cube within this process: the definitions and the rules are those of a reader's question, and it waits neither for a place among
 * the readers' nor for a connection. Its statement waits in Cube's queue like any other, and no statement there waits for a question, so
 * that nothing waits in a circle. `access` is the reader's; without it the product asks for itself.
 * @throws UserError of Cube for a bad question, Error for any other failure, the signal's reason when it is aborted
 */
export const askCube = async (
  cube: Cube,
  query: object,
  context: QueryContext,
  access?: Access,
): Promise<readonly AnswerRow[]> => {
  const { signal } = context;
  signal?.throwIfAborted();
  const asked = contextOf(context, access);
  const asking = put(asked, (given, res) => cube.gateway.load({ query, context: given, res }));
  const stopCancelling = cancelWhenAborted(cube, asked, signal);
  let leave = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    leave = (): void => reject(signal?.reason);
  });
  signal?.addEventListener("abort", leave);
  const ended = asking.finally(() => {
    signal?.removeEventListener("abort", leave);
    stopCancelling();
    return clearCubeCache(cube);
  });
  return answer.parse(await Promise.race([ended, aborted])).data;
};

/** The SQL of a query, with its parameters; nothing is read for it. */
export const askCubeSql = async (
  cube: Cube,
  query: object,
  access: Access,
): Promise<{ sql: string; parameters: readonly unknown[] }> => {
  const body = await put(contextOf({ purpose: "form" }, access), (context, res) =>
    cube.gateway.sql({ query, context, res }),
  );
  const [sql, parameters] = statement.parse(body).sql.sql;
  return { sql, parameters };
};
