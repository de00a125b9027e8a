import { readFileSync } from "node:fs";
import { sources } from "../../warehouse/sources/sources.ts";
import { fileRules, shapeRules } from "../commonColumns.ts";
import { listExitCodes } from "../exitCodes.ts";
import { defaultShrinkLimitPercent, type Job, type Rule, type SourceColumn } from "../job.ts";
import { jobs } from "../jobs.ts";
import { valueTable } from "../sources/valueTable.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");
const code = (text: string): string => (text === "" ? "" : `\`${cell(text)}\``);

const columnTable = (columns: readonly SourceColumn[]): string =>
  [
    "| column | type | also accepted | required | meaning | example |",
    "|---|---|---|---|---|---|",
    ...columns.map(
      ({ name, type, aliases, required, description, example }) =>
        `| ${code(name)} | ${type} | ${aliases.map(code).join(" ")} | ${required ? "yes" : ""} | ${cell(description.vi)}<br>${cell(description.en)} | ${code(example)} |`,
    ),
  ].join("\n");

const ruleTable = (rules: readonly Rule[]): string =>
  [
    "| rule | severity | Tiếng Việt | English |",
    "|---|---|---|---|",
    ...rules.map(
      ({ code: name, severity, sentence }) =>
        `| ${code(name)} | ${severity} | ${cell(sentence.vi)} | ${cell(sentence.en)} |`,
    ),
  ].join("\n");

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const jobSection = (job: Job): string => {
  const groups = (job.anyOf ?? []).map((group) => `At least one of ${group.map(code).join(", ")} is required.`);
  const example = [
    job.columns.map((column) => quoted(column.aliases[0] ?? column.name)).join(","),
    job.columns.map((column) => quoted(column.example)).join(","),
  ];
  return [
    `## ${job.name} — ${sources[job.name].title.vi} (${sources[job.name].title.en})`,
    columnTable(job.columns),
    ...groups,
    `\`\`\`csv\n${example.join("\n")}\n\`\`\``,
    ...(job.readShape === undefined
      ? []
      : ["Files of other publishers that this job reads as they are: see the introduction."]),
    `A load may lose ${job.shrinkLimitPercent ?? defaultShrinkLimitPercent} % of its batch's rows before it is held back.`,
    ruleTable(job.rules),
  ].join("\n\n");
};

const valuesTable = (): string => {
  const given = Object.keys(valueTable.text);
  return [
    `| column of type | the file gives ${given.join(" | ")} |`,
    `|---|${given.map(() => "---|").join("")}`,
    ...Object.entries(valueTable).map(([type, readings]) => `| ${type} | ${Object.values(readings).join(" | ")} |`),
  ].join("\n");
};

const exitCodeTable = (): string =>
  [
    "| exit code | meaning |",
    "|---|---|",
    ...listExitCodes().map(({ code: number, meaning }) => `| ${number} | ${meaning.en} |`),
  ].join("\n");

/** docs/sources.md: the written introduction, and what the jobs say of themselves. */
export const renderSourcesDoc = (): string =>
  `${[
    readFileSync(new URL("./introduction.md", import.meta.url), "utf8")
      .trim()
      .replace("VALUE_TABLE", valuesTable()),
    "## Exit codes",
    exitCodeTable(),
    "## Rules of every table",
    ruleTable([...shapeRules, ...fileRules]),
    ...jobs.map(jobSection),
  ].join("\n\n")}\n`;
