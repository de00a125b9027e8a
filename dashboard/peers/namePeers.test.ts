import { expect, it } from "vitest";
import type { Area } from "../data/fetchAreas.ts";
import { type AreaRef, NATION } from "../url/areaRef.ts";
import { namePeers } from "./namePeers.ts";

const hanoi: AreaRef = { level: "province", code: "01" };
const first: AreaRef = { level: "commune", code: "00004" };
const second: AreaRef = { level: "commune", code: "27000" };
const facts = ({ level, code }: AreaRef, name: string, type: string, province: string): Area => ({
  unit: { level, code, name, fullName: `${type} ${name}` },
  ancestors: [
    { ...NATION, name: "Việt Nam" },
    ...(level === "province" ? [] : [{ level: "province" as const, code: "", name: province }]),
  ],
  children: [],
});
const named = (peers: readonly AreaRef[], found: readonly (Area | null | undefined)[]) =>
  namePeers(hanoi, peers, [facts(hanoi, "Hà Nội", "Thành phố", ""), ...found], "Cả nước");

it("says provinces without their type, and smaller units with it: there is a phường and a quận Ba Đình", () => {
  const { here, peers } = named([NATION, first], [undefined, facts(first, "Ba Đình", "Phường", "Hà Nội")]);
  expect(here).toEqual({ area: hanoi, name: "Hà Nội" });
  expect(peers.map(({ name }) => name)).toEqual(["Cả nước", "Phường Ba Đình"]);
});

it("tells two units of one name apart by their provinces", () => {
  const found = [facts(first, "Tân Phú", "Xã", "Đồng Tháp"), facts(second, "Tân Phú", "Xã", "Cà Mau")];
  expect(named([first, second], found).peers.map(({ name }) => name)).toEqual([
    "Xã Tân Phú, Đồng Tháp",
    "Xã Tân Phú, Cà Mau",
  ]);
});

it("keeps one whose name is still on its way, and names the code of one that does not exist", () => {
  const { peers, unknown } = named([first, second], [undefined, null]);
  expect(peers).toEqual([{ area: first, name: "…" }]);
  expect(unknown).toEqual(["27000"]);
});
