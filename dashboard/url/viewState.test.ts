import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measuresOf, viewNames } from "../data/measuresOf.ts";
import { type Conditions, EVERYTHING, narrowingLimits } from "../data/narrowing.ts";
import type { ViewName } from "../data/viewCatalogue.ts";
import { facilityStates } from "../facilities/prepareFacilities.ts";
import { pageNames, pages } from "../pages/pages.ts";
import { type AreaRef, NATION } from "./areaRef.ts";
import {
  classings,
  comparisons,
  counts,
  grains,
  languages,
  periods,
  structures,
  tableSorts,
  themes,
} from "./choices.ts";
import { canNarrow } from "./conditions.ts";
import { isSamePeer, MOST_UNITS, type PeerRef } from "./peers.ts";
import { defaultViewState, onPage, parseUrl, type ViewState, writeUrl } from "./viewState.ts";
import type { WhyCell } from "./whyCell.ts";

const at = (path: string) => parseUrl(new URL(path, "http://dashboard.test"));

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const anArea: fc.Arbitrary<AreaRef> = fc.oneof(
  fc.constant(NATION),
  digits(2).map((code): AreaRef => ({ level: "province", code })),
  digits(3).map((code): AreaRef => ({ level: "district", code })),
  digits(5).map((code): AreaRef => ({ level: "commune", code })),
);
const aPeer: fc.Arbitrary<PeerRef> = fc.oneof(
  fc.constantFrom("nation" as const, "parent" as const),
  anArea.filter(({ level }) => level !== "nation"),
);
const aDay = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aCell: fc.Arbitrary<WhyCell> = fc.constantFrom(...viewNames).chain((view) =>
  fc.record({
    view: fc.constant(view),
    measure: fc.constantFrom(...measuresOf(view)),
    area: fc.option(fc.oneof(anArea, fc.constant({ level: "commune" as const, code: "01?" }))),
    days: fc.option(fc.tuple(aDay, aDay).map(([a, b]): [string, string] => (a <= b ? [a, b] : [b, a]))),
    where: fc.array(fc.tuple(fc.constant("date"), fc.array(fc.stringMatching(/^[^~|]{1,5}$/), { minLength: 1 }))),
  }),
);
const aNarrowingOf = (view: ViewName): fc.Arbitrary<Conditions> =>
  fc
    .subarray(["facility_type", "grade", "method", "error_class"].filter((dimension) => canNarrow(view, dimension)))
    .chain((dimensions) =>
      fc.tuple(
        ...dimensions.map((dimension) =>
          fc
            .uniqueArray(fc.stringMatching(/^[A-Za-z0-9_.+-]{1,40}$/), {
              minLength: 1,
              maxLength: narrowingLimits.values,
            })
            .map((values): Conditions[number] => [dimension, values]),
        ),
      ),
    );
const aView: fc.Arbitrary<ViewState> = fc
  .constantFrom(...pageNames)
  .chain((page) => aViewOf(page))
  .filter(
    ({ structure, area, peers }) =>
      !peers.some((peer) => isSamePeer(peer, area)) &&
      !(structure === "now" && [area, ...peers].some((one) => typeof one !== "string" && one.level === "district")),
  );
const aViewOf = (page: ViewState["page"]): fc.Arbitrary<ViewState> =>
  fc.record({
    page: fc.constant(page),
    code: pages[page].takesCode
      ? fc.option(fc.string({ minLength: 1 }).filter((text) => !/^\.+$/.test(text)))
      : fc.constant(null),
    area: anArea,
    structure: fc.constantFrom(...structures),
    asOf: fc.option(aDay),
    period: fc.constantFrom(...periods),
    compare: fc.constantFrom(...comparisons),
    peers: fc.uniqueArray(aPeer, { maxLength: MOST_UNITS, comparator: isSamePeer }),
    only: pages[page].narrows ? aNarrowingOf(pages[page].view) : fc.constant(EVERYTHING),
    measure: fc.constantFrom(...measuresOf(pages[page].view)),
    classing: fc.option(fc.constantFrom(...classings)),
    count: fc.constantFrom(...counts),
    grain: fc.constantFrom(...grains),
    sort: fc.constantFrom(...tableSorts(pages[page].view)),
    facilities: fc.option(fc.constantFrom(...facilityStates)),
    source: fc.constantFrom(...(page === "quality" ? ["doses", "task_reports", null] : [null])),
    lang: fc.constantFrom(...languages),
    theme: fc.constantFrom(...themes),
    wall: fc.boolean(),
    pace: fc.integer({ min: 5, max: 3600 }),
    why: fc.option(aCell),
    search: fc.string({ maxLength: 20 }),
  });

describe("the URL is the state", () => {
  it("reads back every state it writes, with others' keys", () => {
    const aRest = fc.array(fc.tuple(fc.constantFrom("utm_source", "from", "x"), fc.string()), { maxLength: 3 });
    fc.assert(
      fc.property(aView, aRest, (view, rest) => {
        expect(at(writeUrl(view, rest))).toEqual({ view, problems: [], rest });
      }),
    );
  });

  it("leaves defaults out", () => {
    for (const name of pageNames) expect(writeUrl(defaultViewState(name))).toBe(pages[name].path);
    expect(writeUrl(defaultViewState("overview"))).toBe("/");
    expect(writeUrl({ ...defaultViewState("vaccination"), area: { level: "province", code: "01" } })).toBe(
      "/tiem-chung?area=01",
    );
  });

  it("leaves out a measure that the page's view does not have: it came along from another page", () => {
    expect(writeUrl({ ...defaultViewState("overview"), measure: "beds_per_10k", sort: "-doctors" })).toBe("/");
    expect(writeUrl({ ...defaultViewState("overview"), measure: "doses_sent" })).toBe("/?measure=doses_sent");
    expect(writeUrl({ ...defaultViewState("overview"), source: "doses" })).toBe("/");
    expect(at("/?measure=beds_per_10k").problems).toEqual([{ key: "measure", value: "beds_per_10k" }]);
  });

  it("takes a chosen measure along to another page of its view, and a page's own nowhere", () => {
    const onTo = (path: string) => {
      const { view } = at(path);
      return writeUrl({ ...view, ...onPage(view, "worklist") });
    };
    expect(onTo("/?area=79")).toBe("/viec-can-lam?area=79");
    expect(onTo("/?measure=cleansing_progress")).toBe("/viec-can-lam?measure=cleansing_progress");
  });

  it("says what the page is narrowed to in words that can be read, where the page's view tells of it", () => {
    const only: Conditions = [
      ["method", ["qr", "card"]],
      ["grade", ["II"]],
    ];
    expect(writeUrl({ ...defaultViewState("payments"), only })).toBe("/thanh-toan?only=method:qr|card~grade:II");
    // Of services nobody knows how they were paid, and the overview tells of every subject.
    expect(writeUrl({ ...defaultViewState("services"), only })).toBe("/dich-vu?only=grade:II");
    expect(writeUrl({ ...defaultViewState("overview"), only })).toBe("/");
  });

  it("narrows a page to nothing that it could not offer", () => {
    const many = Array.from({ length: narrowingLimits.values + 1 }, (_, index) => `v${index}`).join("|");
    const none = ["", "method", "method:", "method:qr|qr", "method:qr~method:card", "stream:birth_certificate"];
    for (const text of [...none, "date:2022-06-30", "now_province_code:01", "facility_code:x", `method:${many}`]) {
      expect(at(`/thanh-toan?only=${encodeURIComponent(text)}`)).toMatchObject({
        view: { only: EVERYTHING },
        problems: [{ key: "only", value: text }],
      });
    }
    expect(at("/?only=error_class:no_id").problems).toHaveLength(1);
  });

  it("never throws, and names every value it does not understand", () => {
    const { view, problems } = at("/?structure=1945&date=2022-02-31&sort=name;drop&area=79%3F&measure=&source=A%20b");
    expect(view).toEqual(defaultViewState("overview"));
    expect(problems.map((problem) => problem.key).sort()).toEqual([
      "area",
      "date",
      "measure",
      "sort",
      "source",
      "structure",
    ]);
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        expect(at(`/tiem-chung?${query}`).view.page).toBe("vaccination");
      }),
    );
  });

  it("turns the pages of a wall screen at a pace that can be read", () => {
    expect(at("/?wall=1&pace=45").view).toMatchObject({ wall: true, pace: 45 });
    expect(writeUrl({ ...defaultViewState("overview"), wall: true })).toBe("/?wall=1");
    expect(at("/?wall=yes&pace=1").problems.map(({ key }) => key)).toEqual(["wall", "pace"]);
  });

  it("names a figure to explain in a few readable words, and refuses what names none", () => {
    const figure = "vaccination.doses_sent.01.2022-06-01.2022-06-30";
    expect(at(`/?why=${figure}`).view.why).toEqual({
      ...{ view: "vaccination", measure: "doses_sent", where: [], days: ["2022-06-01", "2022-06-30"] },
      area: { level: "province", code: "01" },
    });
    const none = ["", "vaccination", "vaccination.beds_actual", `${figure}.01`, `${figure}~nothing:x`];
    for (const text of [...none, "vaccination.doses_sent.1", "vaccination.doses_sent.2022-06-30.2022-06-01"]) {
      expect(at(`/?why=${text}`)).toMatchObject({ view: { why: null }, problems: [{ key: "why", value: text }] });
    }
  });

  it("says so when a path leads nowhere, and shows the overview", () => {
    expect(at("/khong-co")).toMatchObject({
      view: { page: "overview" },
      problems: [{ key: "path", value: "/khong-co" }],
    });
  });

  it("refuses a district in a structure without districts", () => {
    expect(at("/?area=001")).toMatchObject({ view: { area: NATION }, problems: [{ key: "area", value: "001" }] });
    expect(at("/?area=001&structure=then").view.area).toEqual({ level: "district", code: "001" });
  });
});
