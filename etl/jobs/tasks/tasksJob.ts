import { fileURLToPath } from "node:url";
import type { Job, SourceColumn } from "../../job.ts";
import { cleanseRows, repeatedRowRules, withoutCondition } from "../cleanseRows.ts";
import { sourceColumn } from "../sourceColumn.ts";
import { taskRules } from "./taskRules.ts";

const columns: readonly SourceColumn[] = [
  sourceColumn("task_number", "number", ["so_thu_tu"], "Số thứ tự trong phụ lục", "Number in the annex", "49", true),
  sourceColumn("task_code", "code", ["ma_nhiem_vu"], "Mã nhiệm vụ: nhóm và số thứ tự", "Group and number", "E49", true),
  sourceColumn("group_code", "code", ["nhom"], "Nhóm nhiệm vụ", "Group", "E", true),
  sourceColumn(
    "group_name",
    "text",
    ["ten_nhom"],
    "Tên nhóm",
    "Name of the group",
    "Đảm bảo hạ tầng và an toàn thông tin",
  ),
  sourceColumn(
    "name",
    "text",
    ["ten_nhiem_vu"],
    "Tên nhiệm vụ",
    "Name",
    "Nâng cấp, hiện đại hóa hạ tầng CNTT cơ quan Bộ Y tế",
  ),
  sourceColumn("lead_unit", "text", ["don_vi_chu_tri"], "Đơn vị chủ trì", "Lead unit", "Văn phòng Bộ"),
  sourceColumn(
    "cooperating_units",
    "text",
    ["don_vi_phoi_hop"],
    "Đơn vị phối hợp, cách nhau bằng |",
    "Cooperating units, separated by |",
    "Trung tâm TTYQG",
  ),
  sourceColumn("start_year", "year", ["nam_bat_dau"], "Năm bắt đầu", "First year", "2023"),
  sourceColumn("end_year", "year", ["nam_ket_thuc"], "Năm kết thúc", "Last year", "2025"),
  sourceColumn(
    "infrastructure",
    "text",
    ["ha_tang"],
    "Hạ tầng kỹ thuật",
    "Infrastructure",
    "Trung tâm Dữ liệu, Bộ Y tế",
  ),
  sourceColumn(
    "legal_basis",
    "text",
    ["can_cu"],
    "Căn cứ, như cột ghi chú của phụ lục",
    "Basis, as the annex notes it",
    "Quyết định số 749/QĐ-TTg",
  ),
  sourceColumn(
    "scan_note",
    "text",
    ["ghi_chu_ban_quet"],
    "Phần của bản quét không đọc được, hoặc không khớp",
    "What of the scan cannot be read or does not fit",
    "Không đọc được năm thực hiện",
  ),
];

const yearOf = (text: string): string =>
  `multiIf(trimBoth(${text}) = '', toInt32(0), match(trimBoth(${text}), '^20[0-9]{2}$'), toInt32OrZero(trimBoth(${text})), toInt32(-1))`;

/** The tasks of the programme, as its annex states them; each load of a batch replaces its tasks. */
export const tasksJob: Job = {
  name: "tasks",
  columns,
  rules: [...taskRules, ...repeatedRowRules].map(withoutCondition),
  defaultFiles: [fileURLToPath(new URL("./tasks.csv", import.meta.url))],
  cleanse: (context) =>
    cleanseRows(context, {
      factTable: "mart.dim_tasks",
      expressions: [
        ["code", "trimBoth(task_code)"],
        ["number", "toUInt16OrZero(trimBoth(task_number))"],
        ["first_year", yearOf("start_year")],
        ["last_year", yearOf("end_year")],
        [
          "units",
          "arrayFilter(unit -> unit != '', arrayMap(unit -> trimBoth(unit), splitByChar('|', cooperating_units)))",
        ],
      ],
      rules: taskRules,
      key: ["code"],
      content: ["number", "trimBoth(group_code)", "trimBoth(name)", "trimBoth(lead_unit)", "first_year", "last_year"],
      placeKey: "0",
      facts: [
        ["task_code", "code"],
        ["task_number", "number"],
        ["group_code", "trimBoth(group_code)"],
        ["group_name", "trimBoth(group_name)"],
        ["name", "trimBoth(name)"],
        ["lead_unit", "trimBoth(lead_unit)"],
        ["cooperating_units", "units"],
        ["start_year", "first_year"],
        ["end_year", "last_year"],
        ["infrastructure", "trimBoth(infrastructure)"],
        ["legal_basis", "trimBoth(legal_basis)"],
        ["scan_note", "trimBoth(scan_note)"],
      ],
      day: undefined,
    }),
};
