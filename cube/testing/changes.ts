import type { Warehouse } from "../../warehouse/Warehouse.ts";

/** Counts of one hand-made change; what is not named is 0. */
export interface Counts {
  doses_administered?: number;
  doses_injected?: number;
  doses_recorded?: number;
  doses_sent?: number;
  subjects_recorded?: number;
  subjects_sent?: number;
  subjects_cleansed?: number;
  people_with_1_dose?: number;
  people_with_2_doses?: number;
  people_with_3_doses?: number;
  certificates_signed?: number;
  population?: number;
}

/** A change as it is written at every grain. `place` is a place key of a commune, or of an unknown member. */
export interface Change extends Counts {
  place: number;
  day: string;
  state?: string;
  cohort?: string;
  id_kind?: string;
  age_group?: string;
  sex?: string;
  vaccine_code?: string;
  dose_number?: number;
  facility_code?: string;
}

const detailDefaults = { age_group: "unknown", sex: "unknown", vaccine_code: "", dose_number: 0, facility_code: "" };

/** One change, at each of the three grains. */
const grainsOf = (loadId: number, { place, ...change }: Change, provinceOf: (place: number) => number): object[] => {
  const base = { load_id: loadId, ...change };
  return [
    { ...base, ...detailDefaults, grain: "province", place_key: provinceOf(place) },
    { ...base, ...detailDefaults, grain: "commune", place_key: place },
    { ...base, grain: "detail", place_key: place },
  ];
};

const lines = (rows: readonly object[]): AsyncIterable<Buffer> =>
  (async function* () {
    yield Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n"));
  })();

const insert = (warehouse: Warehouse, table: string, rows: readonly object[]): Promise<unknown> =>
  warehouse.insertStream(`INSERT INTO ${table} FORMAT JSONEachRow`, lines(rows));

export interface Publication {
  number: number;
  loadId: number;
  job: string;
  firstDate: string;
  lastDate: string;
  dataset?: "sample" | "real";
  sampleScale?: number;
  /** A batch of its own, if none is named. */
  batchCode?: string;
  isWithdrawal?: boolean;
  /** UTC. */
  publishedAt?: string;
}

/** Writes changes under a load that nobody sees yet. */
export const writeChanges = (
  warehouse: Warehouse,
  loadId: number,
  changes: readonly Change[],
  provinceOf: (place: number) => number,
): Promise<unknown> =>
  insert(
    warehouse,
    "mart.agg_vaccination_by_day",
    changes.flatMap((change) => grainsOf(loadId, change, provinceOf)),
  );

export const writeRows = insert;

/** Makes a load visible. */
export const publish = (warehouse: Warehouse, publication: Publication): Promise<unknown> =>
  insert(warehouse, "ops.publications", [
    {
      publication_number: publication.number,
      load_id: publication.loadId,
      run_id: "00000000-0000-4000-8000-000000000000",
      job: publication.job,
      batch_code: publication.batchCode ?? `${publication.job}-${publication.loadId}`,
      dataset: publication.dataset ?? "real",
      sample_scale: publication.sampleScale ?? 1,
      is_withdrawal: publication.isWithdrawal ?? false,
      row_count: 1,
      first_date: publication.firstDate,
      last_date: publication.lastDate,
      files: [{ name: `${publication.job}.csv`, sha256: "0".repeat(64), bytes: 1 }],
      published_at: publication.publishedAt ?? "2022-05-01 00:00:00.000",
    },
  ]);
