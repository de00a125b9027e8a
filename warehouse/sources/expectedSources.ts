import type { Source } from "./source.ts";

export const expectedSources = {
  title: { vi: "Nguồn phải gửi và nhịp gửi", en: "Expected sources and their rhythm" },
  kind: "reference",
  tables: ["mart.dim_expected_sources"],
  needs: ["codes"],
  ships: true,
} as const satisfies Source;
