import type { z } from "zod";
import { HttpError } from "./errors.ts";

/** @throws HttpError (400) that names each fault and shows an example */
export const parseParameters = <T>(schema: z.ZodType<T>, value: unknown, example: string): T => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  throw new HttpError(400, `Câu hỏi không hợp lệ. (Bad request: ${faults})`, example);
};
