import { expect, it } from "vitest";
import { prepareSubjectNotices } from "./prepareSubjectNotices.ts";

const source = (
  job: string,
  lastDate: string | null,
  failedAt: string | null = null,
  publishedAt: string | null = "x",
) => ({
  ...{ job, titleVi: job, titleEn: job, publishedAt, lastDate, failedAt },
});
const kinds = (...sources: ReturnType<typeof source>[]) =>
  prepareSubjectNotices({ subjects: [{ view: "services", sources }] }, "services", "2022-06-30").map(
    ({ kind }) => kind,
  );

it("says which source is too old, failed, or was never loaded", () => {
  expect(kinds(source("services", "2022-06-30"))).toEqual([]);
  expect(kinds(source("services", "2022-03-30"), source("claims", "2022-03-29"))).toEqual(["stale"]);
  expect(kinds(source("services", "2022-06-30", "2022-07-01T00:00:00Z"))).toEqual(["failed"]);
  expect(kinds(source("services", null, "2022-07-01T00:00:00Z", null))).toEqual(["never", "failed"]);
});

it("takes no offence at a source that another one stands in for, at lists without days, or at a view without sources", () => {
  expect(kinds(source("services", "2022-06-30"), source("claims", null, null, null))).toEqual([]);
  expect(kinds(source("procedures", null))).toEqual([]);
  expect(kinds()).toEqual([]);
  expect(prepareSubjectNotices({ subjects: [] }, "targets", "2022-06-30")).toEqual([]);
});
