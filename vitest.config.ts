import { defineConfig } from "vitest/config";
import { LongFilesFirst } from "./warehouse/testing/longFilesFirst.ts";

export default defineConfig({
  test: {
    include: ["{warehouse,etl,seeds,cube,dashboard,deploy}/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    globalSetup: "warehouse/testing/suiteFolder.ts",
    // A file and its engine wait for each other, so that two files at once leave a quarter of two cores idle, and three an eighth.
    reporters: ["default", "./warehouse/testing/skippedTests.ts"],
    pool: "forks",
    maxWorkers: 4,
    // Loading Cube takes seconds: one process loads it once. No test may leave anything behind in the process.
    isolate: false,
    sequence: { sequencer: LongFilesFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
