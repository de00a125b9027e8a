import type { CubejsServerCore } from "@cubejs-backend/server-core";
import express, { type RequestHandler } from "express";
import type { Logger } from "pino";
import { plainCubeErrors } from "./cubeErrorAnswer.ts";

const base = "/cubejs-api/v1";
const bodyLimit = "256kb";

/** What Cube offers here. The rest (GraphQL, SQL API, pre-aggregation jobs) needs parts that are not installed, or nobody. */
const offered: Record<string, readonly string[]> = {
  [`${base}/load`]: ["GET", "POST"],
  [`${base}/meta`]: ["GET"],
  [`${base}/sql`]: ["GET", "POST"],
  [`${base}/dry-run`]: ["GET", "POST"],
};

const onlyOffered: RequestHandler = (request, response, next) => {
  const methods = offered[request.path];
  const method = request.method === "HEAD" ? "GET" : request.method;
  if (methods === undefined) {
    response.status(404).json({ error: `There is no ${request.path}; ask ${Object.keys(offered).join(", ")}.` });
  } else if (!methods.includes(method)) {
    response.setHeader("Allow", methods.join(", "));
    response.status(405).json({ error: `${request.path} takes ${methods.join(" and ")}.` });
  } else if (request.query.format === "sql" || request.query.extended !== undefined) {
    response.status(404).json({ error: "This form of the question is not offered." });
  } else next();
};

const badBody: express.ErrorRequestHandler = (error, _request, response, next) => {
  const status: unknown = error?.status;
  if (status === 413) response.status(413).json({ error: `The question is larger than ${bodyLimit}.` });
  else if (status === 400) response.status(400).json({ error: "The body is not JSON." });
  else next(error);
};

/** Cube's REST API, with `load` in front of its `/load`. */
export const cubeRoutes = async (
  cube: CubejsServerCore,
  load: RequestHandler,
  log: Logger,
): Promise<RequestHandler> => {
  const app = express();
  app.disable("x-powered-by");
  app.use(onlyOffered, express.json({ limit: bodyLimit }), badBody);
  app.use(`${base}/load`, load);
  app.use([`${base}/meta`, `${base}/sql`, `${base}/dry-run`], plainCubeErrors(log));
  await cube.initApp(app);
  return (request, response, next) => {
    if (request.path.startsWith("/cubejs-api/")) app(request, response, next);
    else next();
  };
};
