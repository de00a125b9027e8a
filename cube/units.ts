/** Units of measures, with their Vietnamese names. `percent` is a number from 0 to 1. */
export const units = {
  dose: "mũi",
  subject: "đối tượng",
  person: "người",
  percent: "tỷ lệ (0–1)",
  per_day: "trong một ngày",
  date: "ngày (lịch)",
  day: "ngày",
  facility: "cơ sở",
  bed: "giường",
  device: "thiết bị",
  per_10k: "trên 10.000 dân",
  per_million: "trên 1 triệu dân",
  per_person: "trên một người dân",
  transaction: "giao dịch",
  vnd: "đồng",
  province: "tỉnh, thành phố",
  visit: "lượt",
  case: "ca",
  test: "xét nghiệm",
  procedure: "thủ tục",
  dossier: "hồ sơ",
  record: "bản ghi",
  field: "trường thông tin",
  target: "chỉ tiêu",
  task: "nhiệm vụ",
  row: "dòng",
  source: "nguồn",
  report: "báo cáo",
  finding: "phát hiện",
  rule: "quy tắc",
  number: "theo đơn vị của chỉ số",
} as const;

export type Unit = keyof typeof units;

export const isUnit = (text: string): text is Unit => Object.hasOwn(units, text);
