import { z } from "zod";
import { type SampleSource, sampleSources } from "../warehouse/sources/sources.ts";

/** Files that the seeds write, by name without extension: those of the sources that the sample has. */
export const SAMPLE_FILES = sampleSources;
export type SampleFile = SampleSource;

const seedOptions = z.object({
  scale: z.coerce
    .number({ error: "--scale: a whole number, one row for so many" })
    .int("--scale: a whole number")
    .min(1, "--scale: at least 1, which is every dose of the country")
    .max(100_000, "--scale: at most 100000; beyond that a class of errors would have no subject"),
  out: z.string().min(1, "--out: a folder"),
  format: z.enum(["csv", "parquet"], { error: "--format: csv or parquet" }).default("csv"),
  seed: z.string().min(1, "--seed: some text").default("2022"),
  only: z
    .array(z.enum(SAMPLE_FILES, { error: `--only: one or more of ${SAMPLE_FILES.join(", ")}` }))
    .default([...SAMPLE_FILES]),
});
export type SeedOptions = z.infer<typeof seedOptions>;

/** Options as typed, or the sentences that say what is wrong with them. */
export function parseSeedOptions(input: unknown): { options: SeedOptions } | { problems: string[] } {
  const parsed = seedOptions.safeParse(input);
  return parsed.success ? { options: parsed.data } : { problems: parsed.error.issues.map(({ message }) => message) };
}
