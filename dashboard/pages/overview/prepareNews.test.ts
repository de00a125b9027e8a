import { describe, expect, it } from "vitest";
import { vietnamese } from "../../messages/useText.ts";
import { aStand } from "../../testing/aStand.ts";
import { aTargetRow } from "../../testing/aTargetRow.ts";
import type { Rule } from "../quality/prepareRules.ts";
import type { Source } from "../quality/prepareSources.ts";
import { prepareTargets } from "../targets/prepareTargets.ts";
import type { TargetRow } from "../targets/targets.ts";
import { prepareNews, type Told } from "./prepareNews.ts";

const text = vietnamese;
const nothing: Told = { stands: [], sources: undefined, rules: undefined, targets: undefined, asOf: "2022-06-30" };
const news = (told: Partial<Told>) => prepareNews({ ...nothing, ...told }, text);
/** The sentences with plain spaces. */
const said = (told: Partial<Told>) =>
  news(told).map(({ message, values }) => text.t(message, values).replaceAll("\u00a0", " "));
const saidOf = (facts: Parameters<typeof aStand>[1]) => said({ stands: [aStand("resources", facts)] });

const aSource = (values: Partial<Source>): Source => ({
  code: "resources",
  name: "Nguồn lực y tế của cơ sở",
  right: null,
  complete: { rate: 1, part: 10, whole: 10 },
  fields: null,
  clean: null,
  live: { newest: "2022-06-30", age: 0, promised: 41, isLive: true },
  findings: null,
  open: null,
  ...values,
});
const aRule = (values: Partial<Rule>): Rule => ({
  code: "a",
  name: "Cơ sở: kho dữ liệu so với báo cáo",
  kind: "report_and_warehouse",
  result: "holds",
  comparison: "equal",
  ours: { value: 1, terms: "+ vaccination.doses_sent (1)" },
  official: { value: 1, terms: "" },
  difference: 0,
  ratio: 0,
  allowed: 0,
  isSample: false,
  day: "2022-06-30",
  document: "",
  documentTitle: "",
  ...values,
});
const targets = (...rows: Partial<TargetRow>[]) => prepareTargets(rows.map(aTargetRow), "vi");

describe("a subject", () => {
  it("rises, falls, stays, or has nothing to be compared with", () => {
    expect(saidOf({ value: 0.5, before: 0.4 })).toEqual([
      "Nguồn lực y tế: Tỷ lệ là 50,0 %, tăng 10,0 điểm % so với 31/05/2022.",
    ]);
    expect(saidOf({ value: 0.5, before: 0.6 })[0]).toContain("là 50,0 %, giảm 10,0 điểm % so với 31/05/2022");
    expect(saidOf({ value: 0.5, before: 0.5 })[0]).toContain("giữ nguyên 50,0 % so với 31/05/2022");
    expect(saidOf({ value: 0.5 })[0]).toContain("là 50,0 %; chưa có số liệu kỳ trước để so");
  });

  it("names who is furthest behind, and all in a tie", () => {
    expect(saidOf({ areas: [0.75, 0.25, null] })[0]).toContain(
      "chậm nhất là Tỉnh 1 (25,0 %, kém mức chung 25,0 điểm %).",
    );
    expect(saidOf({ areas: [0.9, 0.2, 0.2] })[0]).toContain("chậm nhất là Tỉnh 1, Tỉnh 2 (20,0 %,");
    expect(saidOf({ areas: [0.9, 0.2, 0.2, 0.2, 0.2] })[0]).toContain(
      "Tỉnh 1, Tỉnh 2, Tỉnh 3 và 1 đơn vị khác (20,0 %,",
    );
  });

  it("names nobody where there is one province only, where none has figures, and where all are alike", () => {
    for (const areas of [[0.2], [0.2, null], [null, null], [0.5, 0.5]]) {
      expect(saidOf({ areas })[0]).not.toContain("chậm nhất");
    }
  });

  it("opens its page on the map of what it says", () => {
    expect(news({ stands: [aStand("resources", {})] })[0]?.to).toEqual({ page: "resources" });
    expect(news({ stands: [aStand("vaccination", {})] })[0]?.isDoubt).toBe(false);
  });
});

describe("what cannot be trusted replaces what would be said", () => {
  const stands = [aStand("resources", { value: 0.5, before: 0.4, areas: [0.9, 0.1] })];

  it("missing data", () => {
    const missing = [aStand("resources", { value: null }), aStand("programme", { dataTime: null })];
    expect(said({ stands: missing })).toEqual([
      "Chưa có số liệu để kết luận: Nguồn lực y tế; Nhiệm vụ của chương trình.",
    ]);
    expect(said({})).toEqual([]);
  });

  it("stale data: too old for the day asked for, or later than its source promised", () => {
    const stale = "Nguồn lực y tế: số liệu mới có đến 29/03/2022, quá hạn gửi; chưa kết luận được.";
    expect(saidOf({ value: 0.5, before: 0.4, dataTime: "2022-03-29" })).toEqual([stale]);
    expect(saidOf({ value: 0.5, before: 0.4, dataTime: "2022-03-30" })[0]).toContain("tăng");
    const late = aSource({ live: { newest: "2022-03-29", age: 93, promised: 41, isLive: false } });
    expect(said({ stands, sources: [late] })).toEqual([stale]);
  });

  it("incomplete data", () => {
    const at = (rate: number) => said({ stands, sources: [aSource({ complete: { rate, part: null, whole: null } })] });
    expect(at(0.79)).toEqual([
      "Nguồn lực y tế: mới nhận 79,0 % số báo cáo phải gửi, chưa kết luận được về chỉ số “Tỷ lệ”.",
    ]);
    expect(at(0.8)[0]).toContain("tăng 10,0 điểm %");
  });

  it("data at odds with the newest that was published of them; earlier ones are told of apart", () => {
    const vaccinated = [aStand("vaccination", { value: 0.5, before: 0.4 })];
    const broken = aRule({ code: "b", result: "broken", name: "Mũi đã gửi" });
    expect(said({ stands: vaccinated, rules: [broken, aRule({})] })).toEqual([
      "Tiêm chủng và làm sạch: 1 trên 2 số liệu không khớp báo cáo công bố ngày 30/06/2022; chưa kết luận được.",
      "1 trên 2 phép đối chiếu với số liệu công bố không khớp, lệch nhiều nhất: Mũi đã gửi.",
    ]);
    const [first] = said({ stands: vaccinated, rules: [aRule({ ...broken, day: "2022-04-05" }), aRule({})] });
    expect(first).toContain("tăng 10,0 điểm %");
  });

  it("a source that is late behind no subject", () => {
    const live = { newest: "2022-01-01", age: 180, promised: 14, isLive: false };
    const sources = [aSource({}), aSource({ code: "certificates", name: "Hộ chiếu vắc xin", live })];
    expect(said({ stands, sources }).at(-1)).toBe("1 nguồn gửi chậm hơn nhịp cam kết: Hộ chiếu vắc xin.");
  });
});

describe("the targets", () => {
  it("are counted, and the latest told with the day they would be met", () => {
    const late = { status: "late", deadline: "2022-12-31", current_value: 0.2 };
    const rows = targets(
      { target_code: "b", indicator_name: "Chỉ số b", ...late, forecast_date: "2023-01-30", days_late: 30 },
      { target_code: "met", status: "met" },
      { target_code: "none" },
    );
    expect(said({ targets: rows })).toEqual([
      "Chỉ tiêu: 1 trên 3 đã đạt, 0 đúng tiến độ, 1 chậm, 1 chưa kết luận được.",
      "Chỉ tiêu “Chỉ số b” sẽ lỡ hạn 31/12/2022: với nhịp hiện nay đến 30/01/2023 mới đạt, chậm 30 ngày.",
    ]);
  });

  it("may never be met at this pace, or be past their deadline; two are named, the latest", () => {
    const over = { status: "late", deadline: "2022-06-20" };
    const rows = targets(
      { target_code: "a", ...over, forecast_date: "2022-07-30", days_late: 40 },
      { target_code: "b", ...over, days_late: 10 },
      { target_code: "c", status: "late", deadline: "2022-12-31", days_late: null },
    );
    expect(news({ targets: rows }).map(({ message }) => message)).toEqual([
      "overview.news.targets",
      "overview.news.target.never",
      "overview.news.target.missed",
    ]);
    expect(news({ targets: targets({ ...over, days_late: 10 }) })[1]?.message).toBe("overview.news.target.overdue");
  });

  it("say that nothing can be called late where none is in force, and nothing before they are known", () => {
    expect(said({ targets: [] })).toEqual([
      "Đến 30/06/2022 chưa có chỉ tiêu nào có hiệu lực, nên chưa kết luận được nhanh hay chậm.",
    ]);
    expect(said({ targets: undefined })).toEqual([]);
  });
});

it("says at most ten sentences: what moved least is left unsaid, a doubt never", () => {
  const pages = ["vaccination", "resources", "payments", "services", "publicServices", "connections"] as const;
  const stands = pages.map((page, index) => aStand(page, { value: 0.5, before: 0.5 - index / 100 }));
  const live = { newest: "2022-01-01", age: 180, promised: 14, isLive: false };
  const told = {
    stands: [...stands, aStand("programme", { value: null })],
    sources: [aSource({ code: "verifications", live }), aSource({ code: "certificates", live })],
    rules: [aRule({ result: "broken", day: "2022-04-05" })],
    targets: targets(
      { target_code: "a", status: "late", days_late: 5 },
      { target_code: "b", status: "late", days_late: 9 },
    ),
  };
  const items = news(told);
  expect(items).toHaveLength(10);
  expect(items.slice(0, 4).map(({ key }) => key)).toEqual(["vaccination", "services", "publicServices", "connections"]);
  expect(items[0]?.message).toBe("overview.news.stale");
});
