import { defineConfig } from "vitest/config";
import { LongFilesFirst } from "./warehouse/testing/longFilesFirst.ts";

export default defineConfig({
  test: {
    include: ["{warehouse,etl,seeds,cube,dashboard,deploy}/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    globalSetup: "warehouse/testing/suiteFolder.ts",
    // Files that need a warehouse start an engine on a folder of their own: two at once is what two cores and the memory bear.
    reporters: ["default", "./warehouse/testing/skippedTests.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Loading Cube takes seconds: one process loads it once. No test may leave anything behind in the process.
    isolate: false,
    sequence: { sequencer: LongFilesFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
