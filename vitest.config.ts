import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{warehouse,etl,seeds,cube,dashboard,deploy}/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    // Every file that needs a warehouse starts its own engine: two at once is what two cores and the memory bear.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
