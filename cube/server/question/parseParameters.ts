import { z } from "zod";
import { QuestionError } from "./QuestionError.ts";

const mostFaults = 5;

/** A whole number as an address has it: in digits, once. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string("must stand once")
    .regex(/^\d{1,15}$/, "must be a whole number")
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be from ${least} to ${most}`);

const faultsOf = (issue: z.core.$ZodIssue, fix: string) =>
  issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => ({ field: key.slice(0, 100) || '""', message: "There is no such parameter.", fix }))
    : [{ field: issue.path.join("."), message: `${issue.message}.`, fix }];

/** @throws QuestionError (400) that names each fault and shows an example */
export const parseParameters = <T>(schema: z.ZodType<T>, value: unknown, example: string): T => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, example));
  throw new QuestionError(...faults.slice(0, mostFaults));
};
