import { stillInForce } from "../validity.ts";

export interface Structure {
  structure_code: number;
  name_vi: string;
  name_en: string;
  valid_from: string;
  valid_to: string;
}

/**
 * Resolution 202/2025/QH15 replaced 63 provinces, districts and communes by 34 provinces and communes on 2025-07-01. There
 * had been 63 since 2008-08-01, when Hà Tây joined Hà Nội (Resolution 15/2008/QH12).
 */
export const structures: readonly Structure[] = [
  {
    structure_code: 63,
    name_vi: "Địa giới đến 30/06/2025 (63 tỉnh, thành phố)",
    name_en: "Boundaries until 30 June 2025 (63 provinces)",
    valid_from: "2008-08-01",
    valid_to: "2025-06-30",
  },
  {
    structure_code: 34,
    name_vi: "Địa giới từ 01/07/2025 (34 tỉnh, thành phố)",
    name_en: "Boundaries since 1 July 2025 (34 provinces)",
    valid_from: "2025-07-01",
    valid_to: stillInForce,
  },
];
