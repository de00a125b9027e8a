import { expect, it } from "vitest";
import { createFormat } from "../../format/createFormat.ts";
import { prepareHeadline } from "./prepareHeadline.ts";
import { prepareStreams } from "./prepareStreams.ts";

const aimed = ["death_notice", "birth_certificate"];
const row = (stream: string, rate: number | null) => ({
  stream,
  connected_facility_rate: rate,
  programme_connections_due: aimed.includes(stream) ? 9 : null,
});
const keys = (rows: ReturnType<typeof row>[], acceptance: number | null) =>
  prepareHeadline(prepareStreams(rows, 1), acceptance, (stream) => stream, createFormat("vi")).map(({ key }) => key);

it("orders streams by how well they are connected, those not told of at the end", () => {
  const bars = prepareStreams([row("death_notice", 0.2), row("e_prescription", 1), row("other", 0.9)], 1);
  expect(bars.slice(0, 3).map(({ stream, state }) => [stream, state])).toEqual([
    ["e_prescription", null],
    ["death_notice", null],
    ["birth_certificate", "noData"],
  ]);
  expect(prepareStreams([row("death_notice", 1)], 1)[0]?.state).toBe("met");
  expect(prepareStreams([], 1).every(({ rate }) => rate === null)).toBe(true);
});

it("compares streams where there are two, and says nothing of what is not known", () => {
  expect(keys([row("death_notice", 0.2), row("e_prescription", 1)], 0.9)).toHaveLength(5);
  expect(keys([row("death_notice", 0.2)], 0.9)).toEqual([
    "connections.headline.one",
    "connections.headline.accepted",
    "connections.headline.silent",
  ]);
  expect(keys([row("death_notice", null)], null)).toEqual([]);
});

it("says of the one stream that a page is narrowed to how far it is, or that nothing is reported on it", () => {
  const only = (rows: ReturnType<typeof row>[]) =>
    prepareHeadline(
      prepareStreams(rows, 1).filter(({ stream }) => stream === "death_notice"),
      null,
      (stream) => stream,
      createFormat("vi"),
    );
  const told = { ...row("death_notice", 0.25), facilities_connected: 2, facilities_to_connect: 8 };
  expect(only([told, row("e_prescription", 1)])).toEqual([
    { key: "connections.headline.one", values: { name: "death_notice", rate: "25,0\u00a0%", part: "2", all: "8" } },
  ]);
  expect(only([row("e_prescription", 1)]).map(({ key }) => key)).toEqual(["connections.headline.silent"]);
});
