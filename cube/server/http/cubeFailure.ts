import { UserError } from "@cubejs-backend/api-gateway";
import { systemFailure } from "./cubeErrorAnswer.ts";
import { HttpError } from "./errors.ts";

/** What a reader outside Cube's own routes is told of a question to Cube that failed. A bad question stays Cube's UserError. */
export const cubeFailure = (error: unknown): Error => {
  if (error instanceof UserError || error instanceof HttpError) return error;
  const { status, message, fix } = systemFailure(String(error));
  return new HttpError(status, message, fix, { cause: error });
};
