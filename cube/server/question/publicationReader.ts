import { z } from "zod";
import { isPlaceKnownTo } from "../../../warehouse/areas/placeKey.ts";
import { sourcesOfKind } from "../../../warehouse/sources/sources.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import { freshRead } from "./freshRead.ts";
import type { Publication } from "./knownPublications.ts";
import type { DataState } from "./rewriteQuery.ts";

const noDay = "1970-01-01";
const day = z.string().transform((text) => (text === noDay ? undefined : text));

const newest = z.object({ publication_number: z.number(), load_id: z.number(), state_count: z.number() });
const current = z.object({
  job: z.string(),
  dataset: z.enum(["sample", "real"]),
  shown_dataset: z.enum(["sample", "real"]),
  sample_scale: z.number(),
  row_count: z.number(),
  first_date: day,
  last_date: day,
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  published_at: z.string(),
});
const span = z.object({ first_day: z.string().nullable(), last_day: z.string().nullable() });
const unknownMember = z.object({
  structure: z.number(),
  level: z.enum(["province", "district", "commune"]),
  code: z.string(),
});

export interface Source {
  job: string;
  lastDate: string | null;
  publishedAt: string;
  rowCount: number;
  files: { name: string; sha256: string }[];
}

/** What is published, as of the newest publication. */
export interface PublicationState extends DataState {
  /** Changes with every publication and every state set of a finding, and never repeats on another warehouse. */
  version: string;
  dataset: "sample" | "real" | null;
  sampleScale: number | null;
  publishedAt: string | null;
  /** Newest day of doses and verifications; before there are any, of whatever is there. */
  dataDate: string | null;
  firstDate: string | null;
  sources: Source[];
  /** Members "unknown" that facts are counted under, as "structure/level/code". */
  unknownWithFacts: ReadonlySet<string>;
}

type Current = z.infer<typeof current>;

const eventJobs = new Set<string>([...sourcesOfKind("register"), "administered"]);

const published = z.object({
  number: z.number(),
  job: z.string(),
  batchCode: z.string(),
  loadId: z.number(),
  isWithdrawal: z.boolean(),
  publishedOn: z.string(),
  firstDate: day,
  lastDate: day,
  filesOf: day,
});

const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days.reduce<string | undefined>((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
const earliest = (days: readonly (string | undefined)[]): string | undefined =>
  days.reduce<string | undefined>((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);

const sourcesOf = (rows: readonly Current[]): Source[] =>
  [...new Set(rows.map((row) => row.job))].sort().map((job) => {
    const batches = rows.filter((row) => row.job === job);
    return {
      job,
      lastDate: latest(batches.map((row) => row.last_date)) ?? null,
      publishedAt: latest(batches.map((row) => row.published_at)) ?? "",
      rowCount: batches.reduce((sum, row) => sum + row.row_count, 0),
      files: batches.flatMap((row) => row.files),
    };
  });

const empty = (version: string, publicationNumber: number): PublicationState => ({
  version,
  publicationNumber,
  history: [],
  firstDay: undefined,
  lastDay: undefined,
  dataset: null,
  sampleScale: null,
  publishedAt: null,
  dataDate: null,
  firstDate: null,
  sources: [],
  unknownWithFacts: new Set(),
});

const readCurrent = (warehouse: Warehouse): Promise<Current[]> =>
  warehouse.query(
    `SELECT job, dataset, (SELECT dataset FROM mart.shown_dataset) AS shown_dataset, sample_scale, row_count, first_date, last_date,
            arrayMap(f -> (f.name, f.sha256)::Tuple(name String, sha256 String), files) AS files,
            formatDateTime(published_at, '%Y-%m-%dT%H:%i:%SZ', 'UTC') AS published_at
     FROM ops.publications
     WHERE load_id IN (SELECT load_id FROM mart.current_loads)
     ORDER BY publication_number`,
    { schema: current },
  );

const readHistory = (warehouse: Warehouse): Promise<Publication[]> =>
  warehouse.query(
    `SELECT publication_number AS number, job, batch_code AS batchCode, load_id AS loadId, is_withdrawal AS isWithdrawal,
            toString(toDate(published_at, 'Asia/Ho_Chi_Minh')) AS publishedOn, first_date AS firstDate, last_date AS lastDate,
            toString(files_of) AS filesOf
     FROM ops.publications AS publication
     LEFT JOIN (SELECT load_id, any(as_of_date) AS files_of FROM mart.agg_quality_by_load GROUP BY load_id) AS quality USING (load_id)
     WHERE toString(dataset) = (SELECT dataset FROM mart.shown_dataset) OR (dataset = 'real' AND job IN (SELECT job FROM mart.shared_jobs))
     ORDER BY publication_number`,
    { schema: published },
  );

const readSharedJobs = (warehouse: Warehouse): Promise<{ job: string }[]> =>
  warehouse.query("SELECT job FROM mart.shared_jobs", { schema: z.object({ job: z.string() }) });

const readSpan = async (warehouse: Warehouse): Promise<z.infer<typeof span>> => {
  const [days] = await warehouse.query(
    `SELECT toString(minOrNull(day)) AS first_day, toString(maxOrNull(day)) AS last_day
     FROM mart.agg_vaccination_by_day
     WHERE grain = 'province' AND load_id IN (SELECT load_id FROM mart.published_loads)`,
    { schema: span },
  );
  return days ?? { first_day: null, last_day: null };
};

const readUnknownWithFacts = async (warehouse: Warehouse): Promise<Set<string>> => {
  const members = await warehouse.query(
    `WITH (SELECT argMax(structure_code, valid_from) FROM mart.dim_structures FINAL) AS current_structure, places AS
     (
       SELECT * FROM mart.dim_places
       WHERE place_key IN (
         SELECT DISTINCT place_key FROM mart.agg_vaccination_by_day
         WHERE grain = 'commune' AND load_id IN (SELECT load_id FROM mart.published_loads) AND NOT (${isPlaceKnownTo("commune", "place_key")})
       )
     )
     SELECT DISTINCT member.1 AS structure, member.2 AS level, member.3 AS code
     FROM places
     ARRAY JOIN [
       (structure_code, 'province', then_province_code),
       (structure_code, 'district', then_district_code),
       (structure_code, 'commune', then_commune_code),
       (current_structure, 'province', now_province_code),
       (current_structure, 'commune', now_commune_code)
     ] AS member
     WHERE endsWith(code, '?')`,
    { schema: unknownMember },
  );
  return new Set(members.map(({ structure, level, code }) => `${structure}/${level}/${code}`));
};

const versionOf = ({ publication_number, load_id, state_count }: z.infer<typeof newest>): string =>
  `${publication_number}-${load_id}-${state_count}`;

const readState = async (warehouse: Warehouse, last: z.infer<typeof newest>): Promise<PublicationState> => {
  const { publication_number } = last;
  const version = versionOf(last);
  const rows = await readCurrent(warehouse);
  if (rows.length === 0) return empty(version, publication_number);
  const [days, unknownWithFacts, history, sharedJobs] = await Promise.all([
    readSpan(warehouse),
    readUnknownWithFacts(warehouse),
    readHistory(warehouse),
    readSharedJobs(warehouse),
  ]);
  // Official figures, targets and the like are shown beside a sample, and make no data set of their own.
  const shared = new Set(sharedJobs.map(({ job }) => job));
  const shown = rows.find((row) => row.dataset === row.shown_dataset && !shared.has(row.job));
  const eventRows = rows.filter((row) => eventJobs.has(row.job));
  const checked = rows.filter((row) => row.job === "doses" || row.job === "verifications");
  return {
    version,
    publicationNumber: publication_number,
    history,
    firstDay: days.first_day ?? undefined,
    lastDay: days.last_day ?? undefined,
    dataset: shown?.dataset ?? null,
    sampleScale: shown?.dataset === "sample" ? Math.max(...rows.map((row) => row.sample_scale)) : null,
    publishedAt: latest(rows.map((row) => row.published_at)) ?? null,
    dataDate: latest((checked.length > 0 ? checked : eventRows).map((row) => row.last_date)) ?? null,
    firstDate: earliest(eventRows.map((row) => row.first_date)) ?? days.first_day,
    // A rebuild of the rollup publishes no files.
    sources: sourcesOf(rows.filter((row) => row.files.length > 0)),
    unknownWithFacts,
  };
};

/** Reads what is published; the details only when the newest publication is another than at the last read. */
export const publicationReader = (warehouse: Warehouse): (() => Promise<PublicationState>) => {
  let known: PublicationState | undefined;
  return freshRead(async () => {
    const [row] = await warehouse.query(
      `SELECT publication_number, load_id, (SELECT count() FROM ops.finding_states) AS state_count
       FROM ops.publications ORDER BY publication_number DESC LIMIT 1`,
      { schema: newest },
    );
    const last = row ?? { publication_number: 0, load_id: 0, state_count: 0 };
    if (known?.version !== versionOf(last)) known = await readState(warehouse, last);
    return known;
  });
};
