import type { Rule } from "../../job.ts";

const finding = (code: string, vi: string, en: string): Rule => ({ code, severity: "finding", sentence: { vi, en } });

/** What is found about reports beside other reports; listed at the report's first row. */
export const sequenceRules = {
  reportedBefore: finding(
    "reported_before",
    "Một lô khác đã báo cáo kỳ này của cơ sở với số liệu khác; lô công bố sau cùng được tính",
    "Another batch has reported this period of the facility with other figures; the batch published last counts",
  ),
  monthMissing: finding(
    "month_missing",
    "Trước kỳ này cơ sở bỏ báo cáo lâu hơn nhịp báo cáo của chính cơ sở (khoảng cách mà chín trong mười báo cáo khác của cơ sở giữ được; một tháng nếu chưa đủ số liệu để biết)",
    "Before this period the facility left out more months than its own rhythm explains (the interval that nine in ten of its other reports keep; a month while too few are known)",
  ),
  facilitySilent: finding(
    "facility_silent",
    "Cơ sở công lập đang hoạt động của tỉnh chưa báo cáo tháng mà tỉnh đã có báo cáo",
    "Public facilities in force have not reported a month of which their province has reports",
  ),
} as const;
