import { formatTable } from "../../warehouse/formatTable.ts";
import type { Sentence } from "../job.ts";
import type { FindingState } from "../quality/findingState.ts";
import type { ListedFinding } from "../quality/listFindings.ts";
import type { Language } from "./catalogue.ts";

const stateWords: Readonly<Record<FindingState, Sentence>> = {
  new: { vi: "mới", en: "new" },
  acknowledged: { vi: "đã tiếp nhận", en: "acknowledged" },
  explained: { vi: "đã giải trình", en: "explained" },
  fixed: { vi: "đã khắc phục", en: "fixed" },
};

const headers: Readonly<Record<Language, readonly string[]>> = {
  vi: ["Mã", "Số dòng", "Trạng thái", "Nguồn", "Quy tắc", "Tỉnh", "Lần đầu", "Gần nhất", "Nội dung", "Ghi chú"],
  en: ["Key", "Rows", "State", "Job", "Rule", "Province", "First seen", "Last seen", "What", "Note"],
};

/** Findings as a table for a terminal, and how to set a state. Pure. */
export const formatFindings = (findings: readonly ListedFinding[], language: Language): string => {
  if (findings.length === 0) return language === "vi" ? "Không có phát hiện nào.\n" : "No findings.\n";
  const rows = findings.map((finding) => [
    finding.key,
    finding.count,
    stateWords[finding.state][language],
    finding.job,
    finding.rule,
    `${finding.province_code} ${finding.province_name}`,
    finding.first_seen,
    finding.last_seen,
    language === "vi" ? finding.sentence_vi : finding.sentence_en,
    finding.note,
  ]);
  const hint = language === "vi" ? "Đổi trạng thái" : "To set a state";
  return `${formatTable(headers[language], rows)}\n${hint}: npm run etl -- findings set <key> --state acknowledged|explained|fixed --note "…"\n`;
};
