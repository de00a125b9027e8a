import type { RunSummary } from "../run/runSummary.ts";
import { type Language, statusWords, words } from "./catalogue.ts";

const numberFormat = { vi: new Intl.NumberFormat("vi-VN"), en: new Intl.NumberFormat("en-US") } as const;

/** Pads by what a terminal shows: a letter and its combining marks take one place. */
const pad = (text: string, width: number): string => text.normalize("NFC").padEnd(width);

/** The run's report, as lines of text. Pure. */
export const formatSummary = (summary: RunSummary, language: Language): string => {
  const say = (key: keyof typeof words): string => words[key][language];
  const count = (value: number): string => numberFormat[language].format(value).padStart(14);
  const seconds = (value: number): string =>
    `${value.toLocaleString(language === "vi" ? "vi-VN" : "en-US", { maximumFractionDigits: 1 })} s`;
  const line = (key: keyof typeof words, value: string): string => `${pad(say(key), 24)}${value}`;
  const lines = [
    "",
    line("result", statusWords[summary.status][language]),
    line("job", summary.job),
    line("batch", summary.batch),
    line("dataset", summary.dataset === "sample" ? `${say("sample")} ${summary.sampleScale}` : say("real")),
    ...summary.files.map((file) =>
      line(
        "file",
        `${file.name} (${file.format === "" ? "" : `${file.format}, `}SHA-256 ${file.sha256.slice(0, 12)}…)`,
      ),
    ),
  ];
  if (summary.status !== "unchanged") {
    lines.push(
      line("load", `${summary.loadId ?? ""}  ${say("run")} ${summary.runId}`),
      "",
      `${pad(say("read"), 24)}${count(summary.read)}`,
      `${pad(say("accepted"), 24)}${count(summary.accepted)}`,
      `${pad(say("withFindings"), 24)}${count(summary.acceptedWithFindings)}`,
      `${pad(say("rejected"), 24)}${count(summary.rejected)}    (${say("balance")})`,
    );
    if (summary.byRule.length > 0) lines.push("", `${say("rows").padStart(14)}  ${say("rule")}`);
    for (const rule of summary.byRule) {
      const severity = rule.severity === "reject" ? say("rejects") : say("finds");
      lines.push(`${count(rule.rows)}  [${severity}] ${rule.code}: ${rule.sentence[language]}`);
    }
    const { landing, cleansing, publishing, total } = summary.seconds;
    lines.push(
      "",
      line("time", `${seconds(total)} (${seconds(landing)} + ${seconds(cleansing)} + ${seconds(publishing)})`),
    );
    if (summary.rejected > 0) {
      lines.push(`${say("rejectsHint")}: npm run etl -- rejects export ${summary.loadId} --out rejects.csv`);
    }
  }
  for (const warning of summary.warnings) lines.push(`${say("warning")}: ${warning[language]}`);
  return `${lines.join("\n")}\n`;
};
