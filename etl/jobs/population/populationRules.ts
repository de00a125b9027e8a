import type { Rule } from "../../job.ts";
import type { RowRule } from "../cleanseRows.ts";
import { countAmbiguous, numberAmbiguous } from "../countOf.ts";

const rule = (code: string, severity: Rule["severity"], vi: string, en: string): Rule => ({
  code,
  severity,
  sentence: { vi, en },
});

/** Faults that a row has by itself; `condition` is SQL over the columns of `readPopulation`. */
export const populationRowRules: readonly RowRule[] = [
  {
    ...rule("year_invalid", "reject", "Năm thiếu hoặc không hợp lệ", "The year is missing or not one"),
    condition: "year < 2000 OR year > toYear({as_of:Date}) + 1",
  },
  {
    ...rule(
      "structure_unknown",
      "reject",
      "Không có địa giới nào mang mã này (63 hoặc 34)",
      "No structure of boundaries has this code (63 or 34)",
    ),
    condition: "NOT is_structure_known",
  },
  {
    ...rule(
      "province_unknown",
      "reject",
      "Không nhận ra tỉnh, thành phố trong danh mục của năm đó",
      "No province of the structure of that year has this code or name",
    ),
    condition: "year >= 2000 AND is_structure_known AND place_key % 1000000 = 300000",
  },
  {
    ...rule("sex_invalid", "reject", "Không nhận ra giới tính", "The sex is none that is known"),
    condition: "sex = ''",
  },
  {
    ...rule(
      "age_group_invalid",
      "reject",
      "Nhóm tuổi không có dạng 0-4, 5-9, …, 80+",
      "The age group is not of the form 0-4, 5-9, …, 80+",
    ),
    condition: "age_group = ''",
  },
  {
    ...rule(
      "residence_invalid",
      "reject",
      "Không nhận ra khu vực thành thị, nông thôn",
      "The residence is none that is known",
    ),
    condition: "residence = ''",
  },
  {
    ...rule(
      "population_invalid",
      "reject",
      "Dân số không phải là số nguyên không âm, hoặc tổng dân số bằng 0",
      "The population is not a whole number of zero or more, or a whole population is zero",
    ),
    condition: "people = -2 OR adults = -2 OR (people = 0 AND is_whole)",
  },
  { ...numberAmbiguous, condition: `${countAmbiguous} IN (people, adults)` },
  {
    ...rule(
      "population_missing",
      "finding",
      "Chưa có số dân; dòng không được tính vào tổng nào",
      "No number of people is told; the row counts in no total",
    ),
    condition: "people = -1",
  },
  {
    ...rule(
      "commune_unknown",
      "finding",
      "Không nhận ra xã, phường trong tỉnh của dòng; số dân tính vào xã chưa xác định của tỉnh",
      "No commune of the row's province has this code or name; the people count at the province's unknown commune",
    ),
    condition: "area_level = 'commune' AND place_key % 1000000 BETWEEN 100000 AND 299999",
  },
  {
    ...rule(
      "commune_contradicts_province",
      "finding",
      "Mã xã thuộc tỉnh khác với tỉnh ghi trong dòng; tính theo mã xã",
      "The commune's code lies in another province than the row names; the code counts",
    ),
    condition: "is_contradictory",
  },
  {
    ...rule("adults_missing", "finding", "Không công bố dân số từ 18 tuổi", "People of 18 and over are not published"),
    condition: "adults = -1 AND area_level = 'province' AND is_whole",
  },
  {
    ...rule(
      "adults_above_population",
      "finding",
      "Dân số từ 18 tuổi lớn hơn dân số",
      "More people of 18 and over than people",
    ),
    condition: "adults > people AND people > 0",
  },
];

/** Findings of figures beside others; the detail says the difference. */
export const sumRules = {
  sex: rule(
    "sex_sum_differs",
    "finding",
    "Số nam cộng số nữ khác tổng số; chênh lệch ghi ở chi tiết",
    "Men and women do not add up to the whole; the detail says by how much",
  ),
  age_group: rule(
    "age_sum_differs",
    "finding",
    "Tổng các nhóm tuổi khác tổng số; chênh lệch ghi ở chi tiết",
    "The age groups do not add up to the whole; the detail says by how much",
  ),
  residence: rule(
    "residence_sum_differs",
    "finding",
    "Thành thị cộng nông thôn khác tổng số; chênh lệch ghi ở chi tiết",
    "Urban and rural people do not add up to the whole; the detail says by how much",
  ),
} as const;

export const communesSumRule = rule(
  "communes_sum_differs",
  "finding",
  "Tổng các xã, phường khác số của tỉnh; chênh lệch ghi ở chi tiết",
  "The communes do not add up to the province; the detail says by how much",
);

export const totalMissingRule = rule(
  "total_missing",
  "finding",
  "Không có tổng số và các nhóm chưa đủ để cộng thành tổng số",
  "There is no whole, and the groups are not complete enough to add up to it",
);

export const jumpRule = rule(
  "population_jump",
  "finding",
  "Dân số thay đổi quá 20 % so với năm trước",
  "The population differs by more than 20 % from the year before",
);
