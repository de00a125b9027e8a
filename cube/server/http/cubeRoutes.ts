import type { CubejsServerCore } from "@cubejs-backend/server-core";
import express, { type Request, type RequestHandler } from "express";
import type { Logger } from "pino";
import { badRequest, HttpError } from "../failures/errors.ts";
import { plainCubeErrors } from "./cubeErrorAnswer.ts";
import { sendError } from "./errorResponse.ts";
import { onlyGranted } from "./onlyGranted.ts";

const base = "/cubejs-api/v1";
const bodyLimit = "256kb";

/** What Cube offers here. The rest (GraphQL, SQL API, pre-aggregation jobs) needs parts that are not installed, or nobody. */
const offered: Record<string, readonly string[]> = {
  [`${base}/load`]: ["GET", "POST"],
  [`${base}/meta`]: ["GET"],
  [`${base}/sql`]: ["GET", "POST"],
  [`${base}/dry-run`]: ["GET", "POST"],
};

const refusalOf = (request: Request): HttpError | undefined => {
  const { path } = request;
  const methods = offered[path];
  const method = request.method === "HEAD" ? "GET" : request.method;
  if (methods === undefined) {
    return new HttpError(404, `Không có ${path}. (Not found.)`, `Ask ${Object.keys(offered).join(", ")}.`);
  }
  if (!methods.includes(method)) {
    return new HttpError(
      405,
      `${path} không nhận ${request.method}. (Method not allowed.)`,
      `Use ${methods.join(" or ")}.`,
    );
  }
  if (request.query.extended === undefined) return undefined;
  return new HttpError(404, "Không có dạng này. (This form is not offered.)", "Leave extended out of the address.", {
    fields: ["extended"],
  });
};

const onlyOffered =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const refusal = refusalOf(request);
    if (refusal === undefined) return next();
    if (refusal.status === 405) response.setHeader("Allow", offered[request.path]?.join(", ") ?? "");
    sendError(refusal, request, response, log);
  };

const badBody =
  (log: Logger): express.ErrorRequestHandler =>
  (error, request, response, next) => {
    const status: unknown = error?.status;
    if (status === 413) {
      const message = `Câu hỏi dài hơn ${bodyLimit}. (The question is larger than ${bodyLimit}.)`;
      sendError(
        new HttpError(413, message, "Ask several smaller questions.", { fields: ["query"] }),
        request,
        response,
        log,
      );
    } else if (typeof status === "number" && status < 500) {
      const fix = 'POST {"query": {"measures": ["vaccination.doses_recorded"]}} in UTF-8 as application/json';
      sendError(badRequest([{ field: "query", message: "The body is not JSON.", fix }]), request, response, log);
    } else next(error);
  };

export interface CubeRoutesOptions {
  /** Reads every question. */
  readonly asked: RequestHandler;
  /** In front of Cube's `/load`. */
  readonly load: RequestHandler;
  readonly log: Logger;
}

/** Cube's REST API, with every question read before Cube gets it. */
export const cubeRoutes = async (
  cube: CubejsServerCore,
  { asked, load, log }: CubeRoutesOptions,
): Promise<RequestHandler> => {
  const app = express();
  app.disable("x-powered-by");
  app.use(onlyOffered(log), express.json({ limit: bodyLimit }), badBody(log));
  app.use(`${base}/meta`, onlyGranted("reference"));
  app.use([`${base}/load`, `${base}/sql`, `${base}/dry-run`], asked);
  app.use(`${base}/load`, load);
  app.use([`${base}/meta`, `${base}/sql`, `${base}/dry-run`], plainCubeErrors(log));
  await cube.initApp(app);
  return (request, response, next) => {
    if (request.path.startsWith("/cubejs-api/")) app(request, response, next);
    else next();
  };
};
