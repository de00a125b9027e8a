import type { Request, RequestHandler } from "express";
import type { Logger } from "pino";
import { z } from "zod";
import type { Access } from "../access/access.ts";
import { warehouseFailure } from "../failures/errors.ts";
import type { MemberCatalogue } from "../question/memberCatalogue.ts";
import { type AskedQuestions, parseQuestions } from "../question/parseQuestion.ts";
import type { PublicationState } from "../question/publicationReader.ts";
import { QuestionError } from "../question/QuestionError.ts";
import { sendError } from "./errorResponse.ts";
import { accessOf } from "./knownReader.ts";

declare global {
  namespace Express {
    interface Request {
      /** What Cube's routes are asked, once it is known to be answerable. */
      asked?: Asked;
    }
  }
}

export interface Asked extends AskedQuestions {
  /** "multi" where a client can read several answers in one. */
  readonly queryType: "multi" | undefined;
  /** What was published when the question came. */
  readonly publications: PublicationState;
}

export interface AskedQuestionOptions {
  readonly members: MemberCatalogue;
  readPublications(): Promise<PublicationState>;
  /** @throws for a question that cannot be answered, or not to this asker */
  settle(question: unknown, access: Access, publications: PublicationState): Promise<unknown>;
  readonly log: Logger;
  now(): Date;
}

const parameters = z.strictObject({
  query: z.unknown().optional(),
  queryType: z.enum(["multi"]).optional(),
  // Cube's ways of caching; here an answer is always that of the newest publication.
  cache: z.enum(["stale-if-slow", "stale-while-revalidate", "must-revalidate", "no-cache"]).optional(),
});
const howToAsk =
  'write query={"measures": ["vaccination.doses_recorded"]} once, URL-encoded; or POST {"query": { … }} as application/json';
const fixes: Readonly<Record<string, string>> = {
  query: howToAsk,
  queryType: "write queryType=multi once, or leave it out",
  cache: "leave it out: an answer is always that of the newest publication",
};

const parseParameters = (told: unknown): z.infer<typeof parameters> => {
  const parsed = parameters.safeParse(told);
  if (parsed.success) return parsed.data;
  throw new QuestionError(
    ...parsed.error.issues.slice(0, 5).map((issue) => {
      const [name = "query"] = issue.code === "unrecognized_keys" ? issue.keys : issue.path.map(String);
      const field = name.slice(0, 100) || '""';
      return { field, message: "This is not offered.", fix: fixes[field] ?? "a request has query and queryType" };
    }),
  );
};

/** In an address a question is text, once; in a body it may be JSON within JSON. */
const parseJson = (told: unknown, isAddress: boolean): unknown => {
  const fault = (message: string): QuestionError => new QuestionError({ field: "query", message, fix: howToAsk });
  if (told === undefined || told === "") throw fault("There is no question.");
  if (typeof told === "string") {
    try {
      return JSON.parse(told);
    } catch (error) {
      throw fault(`The question is not JSON (${error instanceof Error ? error.message.slice(0, 200) : "unreadable"}).`);
    }
  }
  if (isAddress) throw fault("The question stands more than once, or not as JSON.");
  return told;
};

/** @throws QuestionError */
const parseRequest = (request: Request, options: AskedQuestionOptions): Omit<Asked, "publications"> => {
  const isPost = request.method === "POST";
  const [extra] = isPost ? Object.keys(request.query) : [];
  if (extra !== undefined) {
    const message = "A POST has its question in the body.";
    throw new QuestionError({ field: extra.slice(0, 100), message, fix: "leave it out of the address" });
  }
  const { query, queryType } = parseParameters(isPost ? request.body : request.query);
  const asked = parseQuestions(parseJson(query, !isPost), { members: options.members, now: options.now() });
  if (asked.kind !== "one" && queryType !== "multi") {
    const message = "The question has several answers.";
    throw new QuestionError({
      field: "queryType",
      message,
      fix: "add queryType=multi, and read results in the answer",
    });
  }
  return { ...asked, queryType };
};

/**
 * Stands before Cube's routes: reads the question and sees to it that it can be answered. Cube gets what was read, not what was sent.
 */
export const askedQuestion = (options: AskedQuestionOptions): RequestHandler => {
  const read = async (request: Request): Promise<void> => {
    const asked = parseRequest(request, options);
    const publications = await options.readPublications().catch((cause: unknown) => {
      throw warehouseFailure(cause);
    });
    const access = accessOf(request);
    for (const question of asked.questions) await options.settle(question, access, publications);
    request.asked = { ...asked, publications };
    const { cubeQuery, queryType } = asked;
    const source = { query: cubeQuery, ...(queryType === undefined ? {} : { queryType }) };
    if (request.method === "POST") request.body = source;
    else request.query = { ...source, query: JSON.stringify(cubeQuery) };
  };
  return (request, response, next) => {
    read(request).then(
      () => next(),
      (error: unknown) => sendError(error, request, response, options.log),
    );
  };
};
