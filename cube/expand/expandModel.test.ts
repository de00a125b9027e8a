import { describe, expect, it } from "vitest";
import { hiddenMembers } from "../server/question/hiddenMembers.ts";
import { type ExpandedView, expandModel } from "./expandModel.ts";

const texts = (title: string, more = ""): string =>
  `title: ${title}, title_en: ${title}, description: ${title}, description_en: ${title}${more}`;

const rows = `cubes:
  - name: rows
    hidden:
      kinds: { asked_of: measures, all: [reports, beds], otherwise: [reports] }
      grain: { asked_of: dimensions, finest: [province, commune] }
    sql: "SELECT *, $hidden FROM reports WHERE known <= $publication AND has($kinds, 'reports') AND grain = $grain"
    dimension_defaults: { grain: any }
    dimensions:
      - { name: facility, ${texts("Facility", ", untold_of: [beds, people]")} }
      - { name: commune, ${texts("Commune", ", grain: commune")} }
`;

const figures = (measures: string): string => `cubes:
  - name: figures
    extends: rows
    measure_defaults: { source: reports, unit: bed }
    measures:
${measures}
views:
  - { name: care, cube: figures, ${texts("Care")} }
`;

const measure = (name: string, more: string): string =>
  `      - { name: ${name}, ${texts(name)}, numerator: beds, better: up${more} }\n`;
const beds = measure("beds", ', kinds: beds, sql: "sum({CUBE}.beds)"');
const visits = measure("visits", ', kinds: reports, sql: "sum({CUBE}.visits)"');

const expand = (measures: string) =>
  expandModel([
    { fileName: "figures.yml", content: figures(measures) },
    { fileName: "rows.yml", content: rows },
  ]);
const viewOf = (measures: string): ExpandedView => {
  const view = expand(measures).views.care;
  if (view === undefined) throw new Error("No view");
  return view;
};
const definition = (measures: string, name: string) =>
  viewOf(measures).measures.find((each) => each.name === name)?.definition;

describe("a measure", () => {
  it("has the defaults of its cube and of all measures", () => {
    expect(definition(beds, "beds")).toMatchObject({
      ...{ type: "number", sql: "sum({CUBE}.beds)" },
      meta: { source: "reports", unit: "bed", denominator: null, additive: true, missing: "gap", better: "up" },
    });
  });

  it("without SQL is the quotient or the sum that it names", () => {
    const share = `      - { name: share, ${texts("Share")}, numerator: visits - beds, denominator: beds, unit: percent, better: up }\n`;
    const both = `      - { name: both, ${texts("Both")}, numerator: visits + beds, better: up }\n`;
    expect(definition(beds + visits + share, "share")).toMatchObject({
      ...{ format: "percent", sql: "(({CUBE.visits} - {CUBE.beds}) / nullIf({CUBE.beds}, 0))" },
      meta: { additive: false, denominator: "beds" },
    });
    expect(definition(beds + visits + both, "both")).toMatchObject({ sql: "({CUBE.visits} + {CUBE.beds})" });
  });

  it("says by a word what it shares with the server and the warehouse, in its texts too", () => {
    const pace = `      - { name: pace, title: Pace, title_en: Pace, description: In $pace_days days, description_en: Pace,
          numerator: beds, better: up, kinds: beds,
          sql: "max({CUBE}.beds) / $pace_days + max($province_place($structure_of({CUBE}.place), if({CUBE}.code = ',)', 0, 7)))" }\n`;
    expect(definition(pace, "pace")).toMatchObject({
      description: "In 28 days",
      sql: "max({CUBE}.beds) / 28 + max(toUInt32((intDiv({CUBE}.place, 1000000)) * 1000000 + 200000 + (if({CUBE}.code = ',)', 0, 7))))",
    });
  });

  it("asks for the rows of the measures that it is made of", () => {
    const rate = measure("rate", ', sql: "{visits} / {beds}"');
    const twice = measure("twice", ', sql: "2 * {CUBE.rate}"');
    const asked = viewOf(twice + rate + beds + visits).measures.map(({ name, asks }) => [name, asks.kinds]);
    expect(asked).toEqual([
      ["twice", ["reports", "beds"]],
      ["rate", ["reports", "beds"]],
      ["beds", ["beds"]],
      ["visits", ["reports"]],
    ]);
  });
});

describe("what a measure is not told by", () => {
  const notBy = (measures: string) =>
    viewOf(measures).measures.map(({ name, definition: { meta } }) => [name, meta.not_by ?? []]);

  it("are dimensions that its rows do not have, those that it names, and those of the measures that it is made of", () => {
    const named = measure("named", ', kinds: reports, not_by: commune, sql: "sum({CUBE}.named)"');
    const share = measure("share", ', sql: "{visits} / {beds}"');
    const twice = measure("twice", ', sql: "2 * {share} + {named}"');
    expect(notBy(beds + visits + named + share + twice)).toEqual([
      ["beds", ["facility"]],
      ["visits", []],
      ["named", ["commune"]],
      ["share", ["facility"]],
      ["twice", ["facility", "commune"]],
    ]);
  });

  it("are dimensions of its view: another name is a mistake that is told", () => {
    const stray = measure("stray", ', kinds: reports, not_by: [province], sql: "sum({CUBE}.stray)"');
    expect(() => expand(stray)).toThrow("stray: not_by names province, which is no dimension");
  });
});

describe("the hidden members of a query", () => {
  const view = viewOf(beds + visits);
  const given = (...members: string[]) =>
    hiddenMembers(
      view,
      members.map((name) => `care.${name}`),
    );

  it("are what its members ask for", () => {
    expect(given("visits")).toEqual({ kinds: "reports", grain: "province" });
    expect(given("visits", "beds", "commune")).toEqual({ kinds: "reports,beds", grain: "commune" });
    expect(given("facility")).toEqual({ kinds: "reports", grain: "province" });
  });

  it("say between which comments the driver finds rows to leave out, behind columns that stay", () => {
    const union = rows.replace(
      "SELECT *, $hidden FROM reports WHERE",
      "$columns(a Date, b Nullable(UInt8)) $when(kinds, beds) UNION ALL SELECT *, $hidden FROM reports $end WHERE",
    );
    const [script] = expandModel([
      { fileName: "figures.yml", content: figures(beds) },
      { fileName: "rows.yml", content: union },
    ]).scripts;
    const sql = script?.content ?? "";
    expect(sql).toContain(
      "SELECT defaultValueOfTypeName('Date') AS a, defaultValueOfTypeName('Nullable(UInt8)') AS b WHERE 0 /* when $",
    );
    expect(sql).toMatch(
      /\/\* when \$\{FILTER_PARAMS\.figures\.kinds\.[^}]*\} has beds \*\/ UNION ALL [^$]*\$.* \/\* end \*\//,
    );
  });

  it("stand in the rows' SQL, for the cube that the view shows", () => {
    const [script] = expand(beds).scripts;
    const given = (name: string): string => `FILTER_PARAMS.figures.${name}.filter((${name}) => ${name})`;
    const sql = script?.content.replaceAll("${", "{") ?? "";
    expect(sql).toContain(`{${given("kinds")}} AS kinds_read, {${given("grain")}} AS grain_read`);
    expect(sql).toContain(`has(splitByChar(',', toString({${given("kinds")}})), 'reports')`);
    expect(script?.content).toContain('includes: ["facility","commune","beds"]');
  });
});

it("a view shows the members of its cube that it does not exclude", () => {
  const shown = expandModel([
    {
      fileName: "figures.yml",
      content: figures(beds).replace("cube: figures,", "cube: figures, excludes: [commune],"),
    },
    { fileName: "rows.yml", content: rows },
  ]);
  expect(shown.views.care?.dimensions.map(({ name }) => name)).toEqual(["facility"]);
  expect(shown.scripts[0]?.content).toContain('includes: ["facility","beds"]');
});

describe("a fault is reported with file, line and member", () => {
  it.each([
    [
      "a measure that says no kind",
      measure("beds", ', sql: "sum({CUBE}.beds)"'),
      /figures\.yml:6: beds does not say which kinds/,
    ],
    ["a kind that is none", measure("beds", ', kinds: bed, sql: "sum({CUBE}.beds)"'), /beds: kinds has no bed/],
    ["a word that is none", measure("beds", ', kind: beds, sql: "sum({CUBE}.beds)"'), /beds: nothing is called kind/],
    ["no better", `      - { name: beds, ${texts("Beds")}, numerator: beds }`, /figures\.yml:6: figures\.beds: better/],
    ["a measure of itself", measure("beds", ', kinds: beds, sql: "{beds} + {CUBE}.beds"'), /computed from itself/],
    ["no way to compute it", measure("rate", ", denominator: visits"), /rate has no sql/],
    ["a unit that is none", beds.replace("better", "unit: stone, better"), /beds has no unit that is known/],
    ["a name twice", beds + beds, /figures\.yml:7: beds is there twice/],
    [
      "a word in SQL that stands for nothing",
      measure("beds", ', kinds: beds, sql: "sum({CUBE}.beds) / $pace"'),
      /figures\.yml:6: \$pace stands for nothing/,
    ],
    [
      "a word with too few arguments",
      measure("beds", ', kinds: beds, sql: "max($province_place({CUBE}.structure))"'),
      /figures\.yml:6: \$province_place is given other arguments/,
    ],
    ["broken YAML", "      - { name: beds", /figures\.yml:\d+: /],
  ])("%s", (_, measures, message) => {
    expect(() => expand(measures)).toThrow(message);
  });

  it("a dimension that says no grain, a short name that stands for nothing, a cube that is none", () => {
    const withRows = (text: string) => () =>
      expandModel([
        { fileName: "figures.yml", content: figures(beds) },
        { fileName: "rows.yml", content: text },
      ]);
    expect(withRows(rows.replace("    dimension_defaults: { grain: any }\n", ""))).toThrow(
      /rows\.yml:8: facility does not say which grain/,
    );
    expect(withRows(rows.replace("$grain", "$grains"))).toThrow(/rows\.yml:6: \$grains stands for nothing here/);
    const between = (words: string) => withRows(rows.replace("WHERE known", `${words} WHERE known`));
    expect(between("$when(kinds, cars) $end")).toThrow(/rows\.yml:6: \$when\(kinds, cars\) stands for nothing here/);
    expect(between("$when(kinds, beds)")).toThrow(/\$when stands for nothing here/);
    expect(between("$end $when(kinds, beds)")).toThrow(/\$end stands for nothing here/);
    expect(between("$columns(a)")).toThrow(/\$columns is given other arguments/);
    expect(withRows(rows.replace("name: rows", "name: others"))).toThrow(
      /figures\.yml:\d: figures extends rows, which is no cube/,
    );
  });
});
