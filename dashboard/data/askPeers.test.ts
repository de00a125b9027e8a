import { expect, it } from "vitest";
import { vaccination as catalogue } from "../api/vaccination.generated.ts";
import { aFrame } from "../testing/aStand.ts";
import { type AreaRef, NATION } from "../url/areaRef.ts";
import { askPeers } from "./askPeers.ts";
import { defineView } from "./defineView.ts";
import type { CubeQuery } from "./loadCube.ts";

const hanoi: AreaRef = { level: "province", code: "01" };
const hcmc: AreaRef = { level: "province", code: "79" };
const ward: AreaRef = { level: "commune", code: "00004" };

it("gives of each area what Cube answers when it is the chosen one, in the reader's order and asked at one moment", async () => {
  const asked: CubeQuery[] = [];
  const codeIn = ({ filters = [] }: CubeQuery) => filters[0]?.values?.[0] ?? "VN";
  const told: Record<string, number> = { VN: 0.81, "79": 0.75 };
  const view = defineView(catalogue, async (query) => {
    asked.push(query);
    await Promise.resolve();
    const value = told[codeIn(query)];
    return value === undefined ? [] : [{ "vaccination.verified_dose_rate": value }];
  });
  const question = { measures: ["verified_dose_rate"], days: aFrame.period } as const;
  const ask = (area: AreaRef) => view.figures({ ...aFrame, area }, question, new AbortController().signal);

  const answers = askPeers([{ area: hcmc }, { area: NATION }, { area: ward }], ask);
  expect(asked.map(codeIn)).toEqual(["79", "VN", "00004"]);
  expect(await answers).toEqual([
    { area: hcmc, points: [{ verified_dose_rate: 0.75 }] },
    { area: NATION, points: [{ verified_dose_rate: 0.81 }] },
    { area: ward, points: [] },
  ]);
  expect(asked).toEqual([hcmc, NATION, ward].map((area) => view.query({ ...aFrame, area }, question)));
  expect(await askPeers([], () => ask(hanoi))).toEqual([]);
});
