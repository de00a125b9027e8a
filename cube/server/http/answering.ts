import { UserError } from "@cubejs-backend/api-gateway";
import type { Request, RequestHandler, Response } from "express";
import { HttpError } from "../failures/errors.ts";
import { QuestionError } from "../question/QuestionError.ts";

/** A handler that answers with JSON that is true for now only. What Cube refuses is the reader's to mend. */
export const answering =
  (answer: (request: Request) => Promise<unknown>): RequestHandler =>
  (request, response: Response, next) => {
    Promise.resolve()
      .then(() => answer(request))
      .then((body) => {
        response.setHeader("Cache-Control", "private, no-cache");
        response.json(body);
      })
      .catch((error: unknown) => {
        next(
          error instanceof UserError && !(error instanceof QuestionError)
            ? new HttpError(400, error.message, "docs/metrics.md", { cause: error })
            : error,
        );
      });
  };
