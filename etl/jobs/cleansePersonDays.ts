import type { Parameters } from "../../warehouse/Warehouse.ts";
import type { CleanseContext, CleanseResult, Rule } from "../job.ts";
import { currentLoads } from "../publication/currentLoads.ts";
import { campaignStart } from "./campaignStart.ts";
import { parallelInsert } from "./parallelInsert.ts";
import type { RowRule } from "./rowRule.ts";
import { writtenFacts } from "./writtenFacts.ts";

export const personUnknownRule: Rule = {
  code: "person_unknown",
  severity: "finding",
  sentence: {
    vi: "Đối tượng chưa có mũi tiêm nào trong kho dữ liệu; dòng được giữ, tính khi có mũi tiêm",
    en: "No dose of this person is in the warehouse; the row is kept and counts once there is one",
  },
};

/** What one job's rows of the form "this person, on this day, …" are made of. */
export interface PersonDaySource {
  readonly factTable: "mart.fct_verifications" | "mart.fct_certificates";
  readonly dayColumn: string;
  readonly rules: readonly RowRule[];
  /**
   * Further expressions that the rules use, over the landing columns; each may use the ones before it. Beside them the
   * rules have nth (this row's place among rows of the same person, day and `sameContent`) and day_contents (how many
   * different contents the person has on the day).
   */
  readonly expressions: readonly (readonly [name: string, sql: string])[];
  /** SQL: what rows of one person and day can differ in. */
  readonly sameContent: string;
  /** Further columns of the fact, from the expressions. */
  readonly facts: readonly (readonly [column: string, sql: string])[];
}

const bit = (index: number): number => 2 ** index;

/**
 * Cleanses rows of a person and a day. The landing table has person_key and day computed. Rules are computed once per
 * row, in a table that keeps nothing and passes each row on to the facts and to the verdicts.
 */
export const cleansePersonDays = async (context: CleanseContext, source: PersonDaySource): Promise<CleanseResult> => {
  const { warehouse, landingPrefix, landingTable, verdictsTable, loadId, signal } = context;
  const { factTable, dayColumn, rules, facts } = source;
  const rejectMask = rules.reduce((mask, rule, index) => mask + (rule.severity === "reject" ? bit(index) : 0), 0);
  const factNames = ["load_id", "person_key", dayColumn, ...facts.map(([column]) => column)];
  const judged = `${landingPrefix}judged`;
  await warehouse.command(
    `CREATE TABLE ${judged} (file_number UInt16, row_number UInt64, broken UInt64, load_id UInt64, person_key UInt128,
       ${dayColumn} Date${facts.map(([column]) => `, ${column} UInt8`).join("")}) ENGINE = Null`,
  );
  await warehouse.command(
    `CREATE MATERIALIZED VIEW ${landingPrefix}to_facts TO ${factTable} AS
     SELECT ${factNames.join(", ")} FROM ${judged} WHERE bitAnd(broken, ${rejectMask}) = 0`,
  );
  const codes = rules.map((rule) => `'${rule.code}'`).join(", ");
  await warehouse.command(
    `CREATE MATERIALIZED VIEW ${landingPrefix}to_verdicts TO ${verdictsTable} AS
     SELECT file_number, row_number, arrayJoin(arrayMap(bit -> [${codes}][bit + 1], bitPositionsToArray(broken))) AS rule_code,
       toUInt32(0) AS place_key, '' AS detail
     FROM ${judged} WHERE broken != 0`,
  );
  const params: Parameters = {
    load_id: loadId,
    as_of: context.asOf,
    campaign_start: campaignStart,
  };
  const broken = rules.map((rule, index) => `toUInt64(${rule.condition}) * ${bit(index)}`);
  const insert = (rows: string): Promise<unknown> =>
    warehouse.command(
      `INSERT INTO ${judged} (file_number, row_number, broken, ${factNames.join(", ")})
       SELECT file_number, row_number, ${broken.join(" + ")} AS broken, {load_id:UInt64}, person_key, day
         ${facts.map(([, sql]) => `, ${sql}`).join("")}
       FROM (${rows})`,
      { params, signal, settings: parallelInsert },
    );
  const expressions = source.expressions.map(([name, sql]) => `, ${sql} AS ${name}`).join("");
  // Nearly all people have one row a day: only the others are sorted and compared.
  const repeated = `${landingPrefix}repeated`;
  await warehouse.command(`CREATE TABLE ${repeated} (h UInt64) ENGINE = MergeTree ORDER BY h`);
  await warehouse.command(
    `INSERT INTO ${repeated} SELECT cityHash64(person_key, day) AS h FROM ${landingTable} GROUP BY h HAVING count() > 1`,
    { signal },
  );
  const isRepeated = `cityHash64(person_key, day) IN (SELECT h FROM ${repeated})`;
  await insert(`SELECT *, 1 AS nth, 1 AS day_contents ${expressions} FROM ${landingTable} WHERE NOT (${isRepeated})`);
  await insert(
    `SELECT *, row_number() OVER (PARTITION BY person_key, day, ${source.sameContent} ORDER BY file_number, row_number) AS nth,
       uniqExact(${source.sameContent}) OVER (PARTITION BY person_key, day) AS day_contents
     FROM (SELECT * ${expressions} FROM ${landingTable} WHERE ${isRepeated})`,
  );
  await listUnknownPeople(context);
  const written = await writtenFacts(context, factTable, dayColumn);
  return { acceptedCount: written.factCount, ...written };
};

/** People looked up at a time: the set stays within some hundred MB whatever the file. */
const bucketRows = 4_000_000;

/** Rows of people of whom no batch in force has a dose. They are kept: they count once there is one. */
const listUnknownPeople = async (context: CleanseContext): Promise<void> => {
  const { warehouse, landingTable, verdictsTable, signal } = context;
  const loads = await currentLoads(context, "doses");
  const buckets = Math.max(1, Math.ceil(context.readCount / bucketRows));
  for (let bucket = 0; bucket < buckets; bucket++) {
    const ofBucket = "person_key != 0 AND toUInt64(person_key) % {buckets:UInt64} = {bucket:UInt64}";
    await warehouse.command(
      `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)
       SELECT file_number, row_number, {code:String}, 0, '' FROM ${landingTable}
       WHERE ${ofBucket} AND person_key NOT IN (
         SELECT person_key FROM mart.fct_doses WHERE load_id IN {loads:Array(UInt64)}
           AND person_key IN (SELECT person_key FROM ${landingTable} WHERE ${ofBucket}))`,
      { params: { loads, buckets, bucket, code: personUnknownRule.code }, signal },
    );
  }
};
