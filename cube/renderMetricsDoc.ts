import type { ModelDimension, ModelMeasure, ModelView } from "./compileModel.ts";
import { lineageLimits } from "./server/lineage/lineageLimits.ts";
import { operatorsOf } from "./server/question/parseFilters.ts";
import { questionLimits as limits } from "./server/question/questionLimits.ts";
import { relativeRanges } from "./server/question/relativeDays.ts";
import { units } from "./units.ts";

const directions = { up: "tăng", down: "giảm", none: "—" } as const;

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\s+/g, " ").trim();
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const table = (head: readonly string[], rows: readonly string[][]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

const formula = ({ meta }: ModelMeasure): string =>
  meta.denominator === null ? meta.numerator : `${meta.numerator} ÷ ${meta.denominator}`;

const measureSection = (measure: ModelMeasure): string => {
  const { meta } = measure;
  const facts = [
    ["Cách tính (formula)", formula(measure)],
    ["Đơn vị (unit)", `${units[meta.unit]} (\`${meta.unit}\`)`],
    ["Cộng được giữa các địa bàn, nhóm (additive)", meta.additive ? "có" : "không"],
    ["Tốt khi (better)", directions[meta.better]],
    ["Khi thiếu (missing)", meta.missing === "gap" ? "để trống (gap)" : "biểu đồ vẽ 0 (zero)"],
    ...(meta.target ? [["Mục tiêu (target)", `${meta.target.value * 100} % — ${meta.target.legal_basis}`]] : []),
    ...(meta.not_by ? [["Không chia theo (not by)", meta.not_by.map((name) => `\`${name}\``).join(", ")]] : []),
    ["Nguồn (source)", meta.source],
  ];
  return `### \`${measure.name}\`\n\n**${measure.shortTitle}** · ${meta.title_en}\n\n${cell(measure.description)}\n\n${cell(meta.description_en)}\n\n${table(["", ""], facts)}\n`;
};

const dimensionRow = (dimension: ModelDimension): string[] => [
  `\`${dimension.name}\``,
  `${dimension.shortTitle} · ${dimension.meta.title_en}`,
  `${dimension.description} · ${dimension.meta.description_en}`,
];

const viewSection = (view: ModelView): string => `## ${view.title} — \`${view.name}\`

${cell(view.description)}

${cell(view.meta.description_en)}

${table(
  ["Chỉ số (measure)", "Tên (title)", "Đơn vị (unit)"],
  view.measures.map((m) => [`[\`${m.name}\`](#${m.name.replace(".", "")})`, m.shortTitle, units[m.meta.unit]]),
)}

### Chiều phân tích (dimensions)

${table(["Tên (name)", "Tiêu đề (title)", "Nghĩa (meaning)"], view.dimensions.map(dimensionRow))}

${view.measures.map(measureSection).join("\n")}`;

/** As the parser takes them. */
const operatorSentence = `Operators are, for text: ${Object.keys(operatorsOf.string).join(", ")}; for numbers: ${Object.keys(operatorsOf.number).join(", ")}.`;

const howToAsk = `## Hỏi số liệu (asking)

\`GET /cubejs-api/v1/load?query={…}\` (or POST with \`{"query": {…}}\`) answers with rows. Numbers arrive as JSON strings, a missing figure as \`null\`, days as \`2022-06-30T00:00:00.000\`.

\`\`\`json
{
  "measures": ["vaccination.subjects_wrong", "vaccination.cleansing_progress"],
  "dimensions": ["vaccination.now_province_name"],
  "timeDimensions": [{ "dimension": "vaccination.date", "granularity": "month", "dateRange": ["2022-01-01", "2022-06-30"] }],
  "filters": [{ "member": "vaccination.error_class", "operator": "equals", "values": ["wrong_name"] }]
}
\`\`\`

- **A day.** Without a granularity a figure is the state at the end of the last day of the range; with one (\`day\`, \`week\` from Monday, \`month\`, \`quarter\`, \`year\`), at the end of each bucket, the last bucket ending with the range. Measures that end in \`_in_period\` count what happened within the range or bucket. Without a range: everything up to the newest day of the data.
- **No further than the data.** A range that ends after the newest day of the data is answered as of that day; a range or bucket that begins after it has no figure. \`vaccination.date\` as a plain dimension tells the day a figure holds for.
- **Ranges.** \`dateRange\` takes two ISO days, one day, or a range in words (${relativeRanges}), which mean days in Viet Nam. Filters on \`vaccination.date\` may be \`inDateRange\`, \`onTheDate\`, \`equals\`, \`beforeDate\`, \`beforeOrOnDate\`, \`afterDate\`, \`afterOrOnDate\`, joined with "and". Anything else is refused with a reason, as are two granularities in one query.
- **Conditions.** ${operatorSentence} A measure and a dimension may stand beside each other, but not in one "or". Text is written in quotes with its zeros, \`"01"\`.
- **Order and pages.** \`order\` takes what the query selects, \`[["vaccination.doses_recorded", "desc"]]\`; anything else is refused, since the first rows would be any rows. Without \`limit\` an answer is whole or none: more than ${limits.rows} rows are refused (400), never cut. With \`limit\` (${limits.rows} at most) it is a page: \`offset\` goes behind it, \`total\` counts the rows of all pages.
- **Several answers in one.** \`compareDateRange\` asks the same of several ranges, a list of queries of one granularity is joined by time; both need \`queryType=multi\` and answer with \`results\`. \`ungrouped\`, \`segments\`, SQL and expressions are not offered.
- **How much.** A query has at most ${limits.filters} conditions with ${limits.values} values (a pattern such as \`contains\` counts for ${limits.valuesOfPattern}) and ${limits.valuesLength} characters in them, groups ${limits.filterDepth} deep; a request ${limits.queries} queries.
- **Refusals.** Every address of the server tells a failure in one shape: \`{"error": "…", "fields": ["filters[0].values[0]"], "fix": "…", "requestId": "…"}\`. 400 is a mistake in the question (413 where it is too large to be read), with what is wrong in \`fields\` and what to write in \`fix\`; 429 means that too many questions are asked at once, and \`Retry-After\` says when to come again; 503 that the warehouse does not answer, 504 that the question took too long and was stopped.
- **One view per query.** Every view has \`date\` and \`as_known_on\`; what is said here of days, ranges, places and missing figures holds for all of them.
- **Levels and flows.** Figures of a state (staff, beds, facilities, targets, what is to be cleaned) are as of the end of the range or bucket. Figures of what happens (visits, payments, records, dossiers) are those of the range or bucket; a month's figures belong to its last day, so ask for whole months.
- **What was known when.** \`{"member": "resources.as_known_on", "operator": "equals", "values": ["2022-07-15"]}\` answers with what the warehouse held at the end of that day in Viet Nam, before later files changed it; \`p57\` instead of a day is a publication, as \`/api/lineage\` and citation codes name it. \`GET /api/restatements?measure=…&known_from=…&known_to=…&by=province&granularity=month\` lists what changed between two such days, and which run and file changed it.
- **Where a figure comes from.** \`GET /api/lineage?measure=resources.beds_per_10k&structure=34&level=province&code=01&from=…&to=…&filter=grade:I|II\` gives the definition, the parts with their values, the query, the files with their hashes and a citation code; \`GET /api/citations/<code>\` computes the cited figure again. Of these and of restatements ${lineageLimits.atOnce} are answered at once (429 for more); restatements compare at most ${lineageLimits.states} states of knowledge of ${lineageLimits.figures} figures each, and refuse more with 400.
- **Samples.** Counts are as loaded (a sample of 1/200 has 1/200 of the rows); a quotient of two sources takes each one's scale into account.
- **Places.** \`then_…\` is the structure a fact was reported with, \`now_…\` that of today; both add up to the same nation. \`area_mapping\` tells how a place got there: asked as a dimension it shows how much of a figure was \`assigned\`, that is, reported by a commune that was split and counts whole at its main successor.
- **Missing is never zero.** \`null\` means that no source tells; a zero was counted.
- **Adding up.** Only measures marked additive, and only over places and groups, never over days. Rates are quotients of sums; ask for them at the level they are shown at.
`;

/** docs/metrics.md: every public figure with its meaning, for someone who has nothing else. */
export const renderMetricsDoc = (views: readonly ModelView[]): string => `# Chỉ số (metrics)

Generated from \`cube/model\` by \`npm run docs\`. Do not edit.

${howToAsk}
${views.map(viewSection).join("\n")}`;
