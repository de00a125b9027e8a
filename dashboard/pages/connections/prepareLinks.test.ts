import { expect, it } from "vitest";
import type { FigureRow } from "../../data/viewCatalogue.ts";
import { countLinks, prepareLinks } from "./prepareLinks.ts";

const columns = { code: "now_province_code", name: "now_province_name" };
const aRow = (code: string, stream: string, row: FigureRow = {}): FigureRow => ({
  now_province_code: code,
  now_province_name: `Tỉnh ${code}`,
  stream,
  facilities_to_connect: 10,
  facilities_connected: 4,
  connected_facility_rate: 0.4,
  records_sent: 100,
  records_accepted: 90,
  records_rejected: 10,
  fields_complete: null,
  ...row,
});
const linkOf = (row: FigureRow) =>
  prepareLinks([aRow("01", "death_notice", row)], columns, [])[0]?.links.find(
    ({ stream }) => stream === "death_notice",
  );

it("says of each stream whether it is connected, and whether anything comes", () => {
  expect(linkOf({})).toMatchObject({ state: "sending", rate: 0.4, accepted: 90, rejected: 10 });
  expect(linkOf({ records_sent: 0 })?.state).toBe("silent");
  expect(linkOf({ records_sent: null, records_accepted: null })).toMatchObject({ state: "silent", accepted: null });
  expect(linkOf({ facilities_connected: 0, connected_facility_rate: 0, records_sent: 0 })?.state).toBe("notConnected");
});

it("takes no connection for none, also where records came without one", () => {
  expect(linkOf({ facilities_connected: 0, records_sent: 7 })).toMatchObject({ state: "notConnected", sent: 7 });
  // Its only facility has closed since: it sent, and is no longer to be connected.
  expect(linkOf({ facilities_to_connect: null, facilities_connected: null, records_sent: 7 })).toMatchObject({
    state: "noData",
    sent: 7,
  });
});

it("knows nothing of a stream that nobody told of", () => {
  const [unit] = prepareLinks([aRow("01", "death_notice")], columns, []);
  expect(unit?.links).toHaveLength(6);
  expect(countLinks(unit ? [unit] : [])).toEqual({ sending: 1, silent: 0, notConnected: 0, noData: 5 });
});

it("puts the least connected unit first, counted over all its streams", () => {
  const units = prepareLinks(
    [
      aRow("01", "death_notice", { facilities_to_connect: 1, facilities_connected: 1 }),
      aRow("01", "e_prescription", { facilities_to_connect: 99, facilities_connected: 0 }),
      aRow("79", "death_notice", { facilities_to_connect: 10, facilities_connected: 2 }),
    ],
    columns,
    [],
  );
  expect(units.map(({ code, rank, rate }) => [code, rank, rate])).toEqual([
    ["01", 1, 0.01],
    ["79", 2, 0.2],
  ]);
});

it("lists a unit that sent nothing without a place, and the unknown part last", () => {
  const units = prepareLinks([aRow("?", "death_notice"), aRow("01", "death_notice")], columns, [
    { code: "04", name: "Cao Bằng" },
    { code: "01", name: "Hà Nội" },
  ]);
  expect(units.map(({ code, rank, isUnknown }) => [code, rank, isUnknown])).toEqual([
    ["01", 1, false],
    ["04", null, false],
    ["?", null, true],
  ]);
  expect(units[0]?.name).toBe("Hà Nội");
});

it("has nothing to show where nothing is told", () => {
  expect(prepareLinks([], columns, [])).toEqual([]);
  expect(countLinks([]).sending).toBe(0);
});
