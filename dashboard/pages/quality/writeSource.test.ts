import { expect, it } from "vitest";
import { createFormat } from "../../format/createFormat.ts";
import type { Translate } from "../../messages/createTranslate.ts";
import type { Source } from "./prepareSources.ts";
import { writeSource } from "./writeSource.ts";

const t: Translate = (key, values) => `${key} ${Object.values(values ?? {}).join(" ")}`.trim();
const nothing: Source = {
  ...{ code: "doses", name: "Mũi tiêm", right: null, complete: null, fields: null, clean: null, live: null },
  ...{ findings: null, open: null },
};
const write = (source: Partial<Source>) => writeSource({ ...nothing, ...source }, createFormat("vi"), t);

it("says why there is no figure", () => {
  const { right, complete, fields, clean, live } = write({});
  expect([right, complete, fields, clean, live].map(({ value, isMissing }) => [value, isMissing])).toEqual([
    ["quality.notChecked", true],
    ["quality.noneDue", true],
    ["quality.noFields", true],
    ["quality.notPlaced", true],
    ["state.missing", true],
  ]);
});

it("says a rate with what it is counted from, and of rows how many were refused", () => {
  const share = { rate: 0.9, part: 90, whole: 100 };
  expect(write({ right: share, clean: share })).toMatchObject({
    right: { value: "90,0\u00a0%", detail: "quality.partOf 90 100" },
    clean: { detail: "quality.rejected 10" },
  });
  expect(write({ right: { rate: 0.9, part: null, whole: 100 } }).right.detail).toBeNull();
});

it("says how old the newest figures are, and what was promised", () => {
  const live = { newest: "2022-06-20", age: 10, promised: null, isLive: null };
  expect(write({ live }).live).toMatchObject({ value: "20/06/2022", detail: "quality.age 10 · quality.noPromise" });
  expect(write({ live: { ...live, newest: null, age: null, promised: 7 } }).live).toMatchObject({
    value: "quality.neverSent",
    detail: "quality.promised 7",
  });
});
