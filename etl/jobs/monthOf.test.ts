import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { monthOf } from "./monthOf.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse({ migrated: false });
});
afterAll(() => warehouse.close());

const read = (texts: readonly string[]) =>
  warehouse.query(
    `SELECT text, toString(${monthOf("text")}) AS month FROM (SELECT arrayJoin({texts:Array(String)}) AS text)`,
    {
      params: { texts },
      schema: z.object({ text: z.string(), month: z.string() }),
    },
  );

it("reads a month as people write it, and the month of a whole day", async () => {
  const june = [
    ...["2022-06", "2022-6", "2022/06", "202206", "06/2022", "6/2022", "6-2022", "06.2022", "  2022-06  "],
    ...["tháng 6/2022", "tháng 6/2022".normalize("NFD"), "Tháng 06 năm 2022", "THÁNG 6 - 2022", "thang 6/2022"],
    ...["T6/2022", "t.06/2022", "15/06/2022", "2022-06-30", "2022-06-15T23:00:00Z", "44727", "44727.5"],
    ...[
      "Jun 2022",
      "june 2022",
      "June-2022",
      "15 Jun 2022",
      "15-Jun-22",
      "Jun 15, 2022",
      "Wed, 15 Jun 2022 08:30:00 GMT",
    ],
  ];
  expect(await read(june)).toEqual(june.map((text) => ({ text, month: "2022-06-01" })));
});

it("reads nothing else as a month", async () => {
  const others = [
    ...["", " ", "x", "2022", "6", "6/22", "13/2022", "00/2022", "2022-13", "0/2022", "31/02/2022", "2022-06-31"],
    ...[
      ...[
        "Jun-22",
        "May-22",
        "jun 22",
        "15-Jun",
        "Jun 15",
        "15 Jun 22",
        "jun",
        "June 15 08:30",
        "31 Jun 2022",
        "15 Jun 2022 x",
        "2022-Jun-15",
      ],
      "tuần 6/2022",
      "Quý 2/2022",
      "6/1900",
      "7/2149",
      "2200-01",
      "12/2100",
      "1/1969",
      "9999-12",
      "31/12/9999",
      "2149-12-31",
      "-6/2022",
      "6/2022; DROP TABLE",
      "６/2022",
      "\u0000",
    ],
  ];
  expect(await read(others)).toEqual(others.map((text) => ({ text, month: "1970-01-01" })));
});
