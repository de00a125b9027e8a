import type { Job, SourceColumn } from "../../job.ts";
import { cleanseRows, type RowRule, repeatedRowRules, withoutCondition } from "../cleanseRows.ts";
import { countOf } from "../countOf.ts";
import { provinceOfRow } from "../provinceOfRow.ts";
import { readPlatformPopulation } from "./readPlatformPopulation.ts";

const columns: readonly SourceColumn[] = [
  {
    name: "province_code",
    aliases: ["ma_tinh"],
    required: false,
    description: { vi: "Mã tỉnh (2 chữ số)", en: "Province code, two digits" },
    example: "01",
  },
  {
    name: "province_name",
    aliases: ["ten_tinh", "tinh"],
    required: false,
    description: { vi: "Tên tỉnh, có hoặc không dấu", en: "Province, with or without tone marks" },
    example: "Hà Nội",
  },
  {
    name: "year",
    aliases: ["nam"],
    required: true,
    description: { vi: "Năm", en: "Year" },
    example: "2021",
  },
  {
    name: "population",
    aliases: ["dan_so"],
    required: true,
    description: { vi: "Dân số (người)", en: "People" },
    example: "8.053.664",
  },
  {
    name: "population_18_plus",
    aliases: ["dan_so_tu_18"],
    required: false,
    description: { vi: "Dân số từ 18 tuổi", en: "People of 18 and over" },
    example: "5.745.728",
  },
];

const rules: readonly RowRule[] = [
  {
    code: "year_invalid",
    severity: "reject",
    sentence: { vi: "Năm thiếu hoặc không hợp lệ", en: "The year is missing or not one" },
    condition: "counted_year < 2000 OR counted_year > toYear({as_of:Date}) + 1",
  },
  {
    code: "province_unknown",
    severity: "reject",
    sentence: {
      vi: "Không nhận ra tỉnh, thành phố trong danh mục của năm đó",
      en: "No province of the structure of that year has this code or name",
    },
    condition: "counted_year >= 2000 AND counted_place = 0",
  },
  {
    code: "population_invalid",
    severity: "reject",
    sentence: {
      vi: "Dân số thiếu hoặc không phải là số nguyên dương",
      en: "The population is missing or not a whole number above zero",
    },
    condition: "people <= 0 OR adults = -2",
  },
  {
    code: "adults_missing",
    severity: "finding",
    sentence: { vi: "Không công bố dân số từ 18 tuổi", en: "People of 18 and over are not published" },
    condition: "adults = -1",
  },
  {
    code: "adults_above_population",
    severity: "finding",
    sentence: { vi: "Dân số từ 18 tuổi lớn hơn dân số", en: "More people of 18 and over than people" },
    condition: "adults > people AND people > 0",
  },
];

/** Population of provinces by year: our own format, and the vaccination platform's file as it is. */
export const populationJob: Job = {
  name: "population",
  title: { vi: "Dân số", en: "Population" },
  columns,
  anyOf: [["province_code", "province_name"]],
  rules: [...rules, ...repeatedRowRules].map(withoutCondition),
  factTables: ["mart.fct_populations"],
  readShape: readPlatformPopulation,
  async cleanse(context) {
    const province = await provinceOfRow(context);
    return cleanseRows(context, {
      factTable: "mart.fct_populations",
      expressions: [
        ["counted_year", "toInt32(if(match(year, '^20[0-9]{2}$'), toUInt16OrZero(year), 0))"],
        ["counted_place", province.placeKey("makeDate(greatest(counted_year, 1970), 1, 1)")],
        ["people", countOf("population")],
        ["adults", countOf("population_18_plus")],
      ],
      rules,
      key: ["counted_place", "counted_year"],
      content: ["people", "adults"],
      placeKey: "counted_place",
      facts: [
        ["place_key", "counted_place"],
        ["year", "counted_year"],
        ["population", "people"],
        ["population_18_plus", "greatest(adults, 0)"],
      ],
      day: "makeDate(year, 1, 1)",
      params: province.params,
    });
  },
};
