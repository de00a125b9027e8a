import type { Parameters } from "../../warehouse/Warehouse.ts";
import type { CleanseContext, CleanseResult, Rule } from "../job.ts";
import type { LoadTable } from "../publication/loadTables.ts";
import type { RowRule } from "./rowRule.ts";
import { writtenFacts } from "./writtenFacts.ts";

/** What the rows of a small, simple source are made of: one fact for each row that breaks no rejecting rule. */
export interface RowSource {
  readonly factTable: LoadTable;
  /** Expressions over the landing columns; each may use the ones before it. */
  readonly expressions: readonly (readonly [name: string, sql: string])[];
  readonly rules: readonly RowRule[];
  /** Names of expressions that tell two facts apart; of rows alike in them the first counts. */
  readonly key: readonly string[];
  /** Names of expressions that a repeated row may contradict. */
  readonly content: readonly string[];
  /** Expression that holds the row's place, for the list of findings; 0 if it has none. */
  readonly placeKey: string;
  /** What the list of findings says beside a rule's sentence: rule code to SQL over the expressions. Never personal data. */
  readonly details?: Readonly<Record<string, string>>;
  readonly facts: readonly (readonly [column: string, sql: string])[];
  /** SQL over the facts: the day of a fact. Undefined: the source has no days. */
  readonly day: string | undefined;
  readonly params?: Parameters;
}

/** Rules about rows that repeat another; part of every such source. */
export const repeatedRowRules: readonly RowRule[] = [
  {
    code: "duplicate_row",
    severity: "reject",
    sentence: { vi: "Lặp lại một dòng trước trong lô", en: "Repeats an earlier row of the batch" },
    condition: "nth > 1 AND content = first_content",
  },
  {
    code: "row_conflict",
    severity: "reject",
    sentence: {
      vi: "Mâu thuẫn với một dòng trước trong lô về cùng một đối tượng; dòng trước được giữ",
      en: "Contradicts an earlier row of the batch about the same thing, which is kept",
    },
    condition: "nth > 1 AND content != first_content",
  },
];

const codes = (rules: readonly RowRule[], severity: Rule["severity"]): string =>
  `arrayFilter(code -> code != '', [${rules
    .filter((rule) => rule.severity === severity)
    .map((rule) => `if(${rule.condition}, '${rule.code}', '')`)
    .concat("''")
    .join(", ")}])`;

/** Judges the rows of a small source and writes those that are sound. */
export const cleanseRows = async (context: CleanseContext, source: RowSource): Promise<CleanseResult> => {
  const { warehouse, landingTable, landingPrefix, verdictsTable, signal } = context;
  const params = { ...source.params, load_id: context.loadId, as_of: context.asOf };
  const run = (sql: string): Promise<unknown> => warehouse.command(sql, { params, signal });
  const judged = `${landingPrefix}judged`;
  const details = Object.entries(source.details ?? {}).map(([code, sql]) => `broken = '${code}', ${sql}, `);
  await run(`CREATE TABLE ${judged} ENGINE = MergeTree ORDER BY tuple() AS
    SELECT *, if(empty(alone), ${codes(repeatedRowRules, "reject")}, alone) AS rejects
    FROM (
      SELECT *, cityHash64(${["0", ...source.content].join(", ")}) AS content,
        row_number() OVER same AS nth, first_value(content) OVER same AS first_content
      FROM (
        SELECT *, ${codes(source.rules, "reject")} AS alone, ${codes(source.rules, "finding")} AS findings
        FROM (SELECT *, ${source.expressions.map(([name, sql]) => `${sql} AS ${name}`).join(", ")} FROM ${landingTable})
      )
      WINDOW same AS (PARTITION BY empty(alone), ${source.key.join(", ")} ORDER BY file_number, row_number)
    )`);
  await run(`INSERT INTO ${source.factTable} (load_id, ${source.facts.map(([column]) => column).join(", ")})
    SELECT {load_id:UInt64}, ${source.facts.map(([, sql]) => sql).join(", ")} FROM ${judged} WHERE empty(rejects)`);
  await run(`INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)
    SELECT file_number, row_number, arrayJoin(arrayConcat(rejects, findings)) AS broken, ${source.placeKey},
      multiIf(${details.join("")}false, '', '') FROM ${judged}`);
  const facts = await writtenFacts(context, source.factTable, source.day);
  return { acceptedCount: facts.factCount, ...facts };
};
