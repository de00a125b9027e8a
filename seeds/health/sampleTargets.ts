import { SPREADSHEET_CSV } from "../CsvSink.ts";
import { SAMPLE_COLUMN } from "../columns.ts";
import type { ReportSeed } from "../Seed.ts";

const TARGET_COLUMNS = [
  "ma_chi_tieu",
  "ma_chi_so",
  "ma_tinh",
  "ap_dung",
  "tu_ngay",
  "han",
  "muc_tieu",
  "can_cu",
  "don_vi_phu_trach",
  SAMPLE_COLUMN,
] as const;

/** No target of the programme is in force on the sample's days: these are made up, and each says so where its document would stand. */
const BASIS = "Chỉ tiêu minh họa – dữ liệu mẫu";
const FROM = "01/04/2022";
const MINISTRY = "Trung tâm Thông tin y tế Quốc gia";
const PROVINCE = "Sở Y tế";

/** Indicator, value to reach and deadline. */
type Goal = readonly [indicator: string, value: string, deadline: string];

/** Of the nation as a whole. On the sample's last day some are reached, some on track, some late; of one there are no figures yet. */
const OF_NATION: readonly Goal[] = [
  ["vaccination_cleansed", "50 %", "31/12/2022"],
  ["facility_update_rate", "80 %", "30/06/2022"],
  ["cashless_ready_grade_2", "90 %", "31/12/2022"],
  ["chip_id_facility_rate", "50 %", "31/12/2022"],
  ["full_online_rate", "95 %", "31/12/2022"],
  ["birth_certificate_connected", "30 %", "31/12/2022"],
  ["death_notice_connected", "20 %", "31/12/2022"],
  ["driver_health_check_connected", "30 %", "31/08/2022"],
  ["basic_health_info_connected", "10 %", "31/12/2022"],
];
/** Of each of today's provinces. */
const OF_PROVINCES: readonly Goal[] = [
  ["vaccination_cleansed", "30 %", "31/12/2022"],
  ["facility_update_rate", "85 %", "31/12/2022"],
  ["cashless_ready_grade_2", "80 %", "31/12/2022"],
  ["chip_id_facility_rate", "50 %", "31/12/2022"],
  ["birth_certificate_connected", "30 %", "31/12/2022"],
];
/** Set by provinces of the time for themselves. */
const OWN: readonly (readonly [province: string, ...Goal])[] = [
  ["01", "death_notice_connected", "30 %", "31/12/2022"],
  ["48", "driver_health_check_connected", "50 %", "31/12/2022"],
];

const codeOf = (indicator: string, area: string): string => `mau-2022-${indicator.replaceAll("_", "-")}${area}`;

export const targetSeed: ReportSeed = {
  columns: TARGET_COLUMNS,
  style: SPREADSHEET_CSV,
  writeMinistry: (open, { label }) => {
    // Beside the file that ships with the product, not in its place.
    const sink = open("-sample");
    const write = (code: string, [indicator, value, deadline]: Goal, province: string, scope: string, owner: string) =>
      sink.write([code, indicator, province, scope, FROM, deadline, value, BASIS, owner, label]);
    for (const goal of OF_NATION) write(codeOf(goal[0], ""), goal, "", "", MINISTRY);
    for (const goal of OF_PROVINCES) write(codeOf(goal[0], "-provinces"), goal, "", "từng tỉnh", PROVINCE);
    for (const [province, ...goal] of OWN) write(codeOf(goal[0], `-${province}`), goal, province, "", PROVINCE);
    return new Map();
  },
};
