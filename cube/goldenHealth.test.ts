import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goldenHealthData } from "../tests/golden/health/loadGoldenHealth.ts";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne } from "./testing/askCube.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: goldenHealthData });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

type Numbers = Record<string, readonly (number | null)[]>;

/** tests/golden/health/README.md, counted by hand: April, May and June 2022; levels at the end of each month. */
const golden: Record<string, Numbers> = {
  resources: {
    facilities: [4, 5, 4],
    public_facilities: [3, 3, 3],
    doctors: [22, 35, 37],
    assistant_doctors: [3, 3, 3],
    beds_planned: [100, 150, 150],
    beds_actual: [110, 160, 160],
    facility_update_rate: [3 / 3, 1 / 3, 1 / 3],
    equipment_in_order: [5, 8, 8],
    equipment_broken: [2, 1, 1],
    equipment_in_order_rate: [5 / 7, 8 / 9, 8 / 9],
    doctors_per_10k: [(22 / 3000) * 10_000, (35 / 3000) * 10_000, (37 / 3000) * 10_000],
    beds_per_10k: [(110 / 3000) * 10_000, (160 / 3000) * 10_000, (160 / 3000) * 10_000],
  },
  services: {
    outpatient_visits: [350, 410, 500],
    insured_visits: [240, 210, 275],
    inpatient_admissions: [60, 82, 89],
    inpatient_days: [2970, 3600, 3840],
    deliveries: [6, 8, 7],
    bed_occupancy_rate: [2970 / 3300, 3600 / 4960, 3840 / 4800],
    average_length_of_stay: [2970 / 60, 3600 / 82, 3840 / 89],
    chip_id_visits: [0, 20, 55],
    chip_id_successes: [0, 18, 44],
    chip_id_success_rate: [null, 18 / 20, 44 / 55],
    visits_per_person: [350 / 3000, 410 / 3000, 500 / 3000],
  },
  payments: {
    transactions: [15, 33, 20],
    cashless_transactions: [2, 14, 15],
    cashless_transaction_share: [2 / 15, 14 / 33, 15 / 20],
    amount_vnd: [12_500_000, 30_300_000, 25_000_000],
    cashless_amount_vnd: [4_000_000, 15_000_000, 20_000_000],
    cashless_amount_share: [4 / 12.5, 15 / 30.3, 20 / 25],
    cashless_ready_facilities: [1, 2, 3],
    cashless_ready_rate: [1 / 4, 2 / 5, 3 / 4],
    hospitals_grade_2_and_above: [1, 1, 1],
    cashless_ready_hospital_rate: [1, 1, 1],
    provinces_at_least_half: [1, 1, 2],
    provinces_all: [0, 0, 1],
  },
  connections: {
    health_records: [null, 90, 150],
    health_records_share: [null, 90 / 3000, 150 / 3000],
    fields_complete: [null, 4000 / 90, 2880 / 60],
  },
  public_services: {
    procedures: [null, 3, 3],
    procedures_full_online: [null, 1, 2],
    full_online_rate: [null, 1 / 2, 2 / 2],
    procedures_on_national_portal: [null, 2, 2],
    dossiers_received: [null, 100, 60],
    online_dossier_rate: [null, 80 / 100, 30 / 60],
    on_time_rate: [null, 81 / 90, 53 / 58],
  },
};

const months = ["2022-04-01", "2022-05-01", "2022-06-01"];

/** Each measure by month, missing months as null. */
const byMonth = async (
  view: string,
  measures: string[],
  filters: { member: string; operator: string; values: string[] }[] = [],
) => {
  const rows = await ask(server.url, {
    view,
    measures,
    granularity: "month",
    dateRange: ["2022-04-01", "2022-06-30"],
    filters,
  });
  const of = new Map(rows.map((row) => [row.date, row]));
  return Object.fromEntries(measures.map((name) => [name, months.map((month) => of.get(month)?.[name] ?? null)]));
};

const expectClose = (answered: Record<string, unknown[]>, expected: Numbers): void => {
  for (const [name, values] of Object.entries(expected)) {
    const shown = answered[name] ?? [];
    values.forEach((value, i) => {
      if (value === null) expect([name, months[i], shown[i]]).toEqual([name, months[i], null]);
      else expect(shown[i] === null ? Number.NaN : Number(shown[i]), `${name} in ${months[i]}`).toBeCloseTo(value, 9);
    });
  }
};

describe("the golden scenario of the other subject areas", () => {
  it.each(Object.keys(golden))("has every figure of %s as counted by hand", async (view) => {
    const expected = golden[view] ?? {};
    expectClose(await byMonth(view, Object.keys(expected)), expected);
  });

  it("connects facilities stream by stream", async () => {
    const of = (stream: string) => [{ member: "stream", operator: "equals", values: [stream] }];
    const measures = ["facilities_to_connect", "facilities_connected", "records_sent", "records_accepted"];
    expectClose(await byMonth("connections", measures, of("birth_certificate")), {
      facilities_to_connect: [null, 2, 2],
      facilities_connected: [null, 1, 2],
      records_sent: [null, 10, 15],
      records_accepted: [null, 9, 14],
    });
    expectClose(await byMonth("connections", measures, of("health_record")), {
      facilities_to_connect: [null, 1, 2],
      facilities_connected: [null, 1, 1],
      records_sent: [null, 100, 60],
      records_accepted: [null, 90, 60],
    });
  });

  it("knows nothing of the readiness of a province that has reported no payment, and has no target for other streams", async () => {
    const of = (member: string, value: string) => [{ member, operator: "equals", values: [value] }];
    const readiness = ["facilities", "cashless_ready_facilities", "cashless_ready_rate", "provinces_at_least_half"];
    expectClose(await byMonth("payments", readiness, of("then_province_code", "79")), {
      facilities: [2, 3, 2],
      cashless_ready_facilities: [null, 1, 2],
      cashless_ready_rate: [null, 1 / 3, 2 / 2],
      provinces_at_least_half: [null, 0, 1],
    });
    expectClose(await byMonth("payments", ["cashless_ready_hospitals"], of("then_province_code", "79")), {
      cashless_ready_hospitals: [null, null, null],
    });
    expectClose(await byMonth("connections", ["programme_connected_rate"]), {
      programme_connected_rate: [null, 1 / 2, 2 / 2],
    });
    expectClose(await byMonth("connections", ["programme_connected_rate"], of("stream", "health_record")), {
      programme_connected_rate: [null, null, null],
    });
  });

  it("shows May as it was known before the second file of resources", async () => {
    const before = { member: "as_known_on", operator: "equals", values: ["p8"] };
    const may = await askOne(server.url, {
      view: "resources",
      measures: ["doctors", "beds_actual"],
      dateRange: ["2022-05-01", "2022-05-31"],
      filters: [before],
    });
    expect(may).toEqual({ doctors: 33, beds_actual: 150 });
  });

  it("counts by province and commune what the whole counts, the unlisted facility at its province", async () => {
    const last = ["2022-06-01", "2022-06-30"];
    for (const dimension of ["then_province_code", "now_province_code"]) {
      const rows = await ask(server.url, {
        view: "resources",
        measures: ["doctors"],
        dimensions: [dimension],
        dateRange: last,
      });
      expect(new Map(rows.filter((row) => row.doctors !== null).map((row) => [row[dimension], row.doctors]))).toEqual(
        new Map([
          ["01", 26],
          ["79", 11],
        ]),
      );
    }
    const communes = await ask(server.url, {
      view: "resources",
      measures: ["doctors"],
      dimensions: ["then_commune_code"],
      dateRange: last,
    });
    const of = Object.fromEntries(
      communes.filter((row) => row.doctors !== null).map((row) => [row.then_commune_code, row.doctors]),
    );
    expect(of).toEqual({ "00001": 24, "00004": 2, "26734": 10, "79?": 1 });
  });

  it("counts a facility under the grade it had then", async () => {
    const rows = await ask(server.url, {
      view: "services",
      measures: ["inpatient_days"],
      dimensions: ["grade"],
      granularity: "month",
      dateRange: ["2022-05-01", "2022-06-30"],
      filters: [{ member: "facility_code", operator: "equals", values: ["01100"] }],
    });
    const told = rows.filter((row) => row.inpatient_days !== null);
    expect(told.map((row) => [row.date, row.grade, row.inpatient_days])).toEqual([
      ["2022-05-01", "II", 3100],
      ["2022-06-01", "I", 3240],
    ]);
  });
});
