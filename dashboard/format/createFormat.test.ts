import { describe, expect, it } from "vitest";
import { createFormat } from "./createFormat.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const vi = createFormat("vi");
const en = createFormat("en");

describe("figures in Vietnamese", () => {
  it("abbreviates with a comma and a word", () => {
    expect(plain(vi.compact(233_747_367))).toBe("233,7 triệu");
    expect(plain(vi.compact(1_168_737))).toBe("1,17 triệu");
    expect(plain(vi.compact(15_914_519))).toBe("15,9 triệu");
    expect(plain(vi.compact(79_573))).toBe("79,6 nghìn");
    expect(plain(vi.compact(9_573))).toBe("9.573");
    expect(plain(vi.compact(999_960))).toBe("1,00 triệu");
    expect(plain(vi.compact(1_234_000_000))).toBe("1,23 tỷ");
  });

  it("writes whole numbers with dots, and a missing one as a dash, not as zero", () => {
    expect(vi.integer(233_747_367)).toBe("233.747.367");
    expect(vi.integer(0)).toBe("0");
    expect(vi.integer(null)).toBe("—");
    expect(vi.percent(null)).toBe("—");
    expect(vi.day(null)).toBe("—");
  });

  it("never rounds a share up to a target that is not reached", () => {
    expect(plain(vi.percent(0.8283))).toBe("82,8 %");
    expect(plain(vi.percent(0.99996))).toBe("> 99,9 %");
    expect(plain(vi.percent(1))).toBe("100,0 %");
    expect(plain(vi.percent(0.0001))).toBe("< 0,1 %");
    expect(plain(vi.percent(0))).toBe("0,0 %");
  });

  it("signs changes", () => {
    expect(plain(vi.signedPoints(-0.0123))).toBe("−1,2 điểm %");
    expect(plain(vi.signedCompact(1_200_000))).toBe("+1,20 triệu");
    expect(vi.signedCompact(0)).toBe("0");
  });

  it("leaves the sign of a change to the words beside it", () => {
    expect(plain(vi.points(-0.0123))).toBe("1,2 điểm %");
    expect(plain(vi.points(0.00004))).toBe("< 0,1 điểm %");
    expect(plain(vi.points(0))).toBe("0,0 điểm %");
    expect(plain(vi.change(-1_200_000))).toBe("1,20 triệu");
    expect(vi.change(-0.25)).toBe("0,25");
    expect(plain(vi.change(0.003))).toBe("< 0,01");
    expect(vi.change(0)).toBe("0");
  });

  it("keeps small paces readable, and never writes minus zero", () => {
    expect(vi.decimal(25.84)).toBe("25,8");
    expect(vi.decimal(0.036)).toBe("0,04");
    expect(vi.decimal(-0.001)).toBe("0");
    expect(vi.decimal(-0.14)).toBe("−0,14");
  });

  it("writes dates day first", () => {
    expect(vi.day("2022-06-30")).toBe("30/06/2022");
    expect(vi.month("2022-06-30")).toBe("06/2022");
    expect(vi.day("nonsense")).toBe("—");
  });
});

it("writes English the English way", () => {
  expect(plain(en.compact(233_747_367))).toBe("233.7 million");
  expect(en.integer(233_747_367)).toBe("233,747,367");
  expect(en.percent(0.8283)).toBe("82.8%");
  expect(en.day("2022-06-30")).toBe("30/06/2022");
});

it("lists words and bare differences as each language does", () => {
  expect(vi.list(["tháng trước", "cả nước", "Hà Nội"])).toBe("tháng trước, cả nước và Hà Nội");
  expect(en.list(["a", "b"])).toBe("a and b");
  expect(vi.barePoints(-0.25)).toBe("−25,0");
  expect(vi.barePoints(0.0391)).toBe("+3,9");
  expect(vi.barePoints(-0.0001)).toBe("0,0");
});
