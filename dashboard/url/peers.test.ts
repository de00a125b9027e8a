import { describe, expect, it } from "vitest";
import { type AreaRef, NATION } from "./areaRef.ts";
import { movePeers, parsePeers, resolvePeers } from "./peers.ts";
import { defaultViewState, parseUrl, writeUrl } from "./viewState.ts";

const hanoi: AreaRef = { level: "province", code: "01" };
const hcmc: AreaRef = { level: "province", code: "79" };
const danang: AreaRef = { level: "province", code: "48" };
const ward: AreaRef = { level: "commune", code: "00004" };
const of = (area: AreaRef, structure: "then" | "now" = "now") => ({ area, structure });
const at = (path: string) => parseUrl(new URL(path, "http://dashboard.test"));

describe("in the address", () => {
  it("takes the nation, the unit above and units of any level, in the order of the reader", () => {
    const { view, problems } = at("/tiem-chung?area=01&with=nation,79,parent,00004");
    expect(problems).toEqual([]);
    expect(view.peers).toEqual(["nation", hcmc, "parent", ward]);
  });

  it("refuses the area itself, the same twice, what is no area, a district of today, and a sixth unit, and says which", () => {
    const read = (text: string) => parsePeers(text, of(hanoi)).refused;
    expect(read("01")).toEqual(["01"]);
    expect(read("79,nation,79,nation")).toEqual(["79", "nation"]);
    expect(read("VN,hanoi,7,,79?")).toEqual(["VN", "hanoi", "7", "", "79?"]);
    expect(read("001")).toEqual(["001"]);
    expect(parsePeers("001", of(hanoi, "then")).refused).toEqual([]);
    expect(parsePeers("02,04,06,08,nation,10,11,parent", of(hanoi))).toMatchObject({
      peers: [{ code: "02" }, { code: "04" }, { code: "06" }, { code: "08" }, "nation", { code: "10" }, "parent"],
      refused: ["11"],
    });
    expect(at("/?area=01&with=79,x").problems).toEqual([{ key: "with", value: "x" }]);
  });

  it("leaves out the area that one opens from among those compared", () => {
    const view = { ...defaultViewState("vaccination"), area: hcmc, peers: ["nation" as const, hcmc, danang] };
    expect(writeUrl(view)).toBe("/tiem-chung?area=79&with=nation,48");
  });
});

describe("the areas meant", () => {
  it("follow the chosen area: the unit above is another one after drilling, and each area is there once", () => {
    expect(resolvePeers(["nation", "parent", hcmc], hanoi, NATION)).toEqual([NATION, hcmc]);
    expect(resolvePeers(["nation", "parent", hcmc], ward, hanoi)).toEqual([NATION, hanoi, hcmc]);
    expect(resolvePeers(["parent", hanoi], ward, hanoi)).toEqual([hanoi]);
  });

  it("are none for the nation, and wait for a unit above that is not known yet", () => {
    expect(resolvePeers(["nation", "parent", hcmc], NATION, undefined)).toEqual([]);
    expect(resolvePeers(["parent", hcmc], ward, undefined)).toEqual([hcmc]);
  });
});

describe("in the other structure", () => {
  const move = ({ code }: AreaRef): AreaRef => ({ "74": hcmc, "79": hcmc, "01": hanoi })[code] ?? NATION;

  it("units that became one are compared once, and what stands for itself stays", () => {
    const peers = ["nation", { level: "province", code: "74" }, hcmc, "parent"] as const;
    expect(movePeers(peers, move, hanoi)).toEqual({ peers: ["nation", hcmc, "parent"], lost: [] });
  });

  it("a unit that is now part of the area, or that nobody can place, is lost by name", () => {
    const gone: AreaRef = { level: "district", code: "999" };
    expect(movePeers([{ level: "province", code: "74" }, gone], move, hcmc)).toEqual({
      peers: [],
      lost: [{ level: "province", code: "74" }, gone],
    });
  });
});
