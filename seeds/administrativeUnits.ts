import { getAllCommunes } from "vietnam-provinces-js/communes";
import { getAllDistricts } from "vietnam-provinces-js/districts";
import { getAllProvince } from "vietnam-provinces-js/provinces";

/** A place where people live; `communeCode` is empty for an island district without communes. */
export interface HomePlace {
  readonly communeCode: string;
  readonly districtCode: string;
  readonly name: string;
}

export interface ProvinceUnits {
  readonly code: string;
  /** with its type: Thành phố Hà Nội */
  readonly fullName: string;
  /** without: Hà Nội */
  readonly name: string;
  readonly places: readonly HomePlace[];
  readonly districts: readonly { readonly code: string; readonly name: string }[];
}

/**
 * Codes in the package that the official list of 10,035 communes no longer has: merged or re-coded by
 * resolutions of 2023–2025. The sample does without these communes; it needs no others in their stead.
 */
const STALE_COMMUNE_CODES: ReadonlySet<string> = new Set([
  ...["03751", "03898", "03913", "03988", "03991", "04003", "04060"], // Sơn La
  ...["07693", "07732", "07744"], // Bắc Giang
  ...["16387", "16411"], // Thanh Hóa
  ...["18448", "20176", "20674"], // Hà Tĩnh, Đà Nẵng's neighbours, Quảng Nam
  ...["25102", "25174", "25177", "25186"], // Lâm Đồng
  ...["26935", "26959", "27067", "27217", "27223", "27361", "27379"], // Hồ Chí Minh
]);

/** Inhabited island districts without communes: Bạch Long Vĩ, Cồn Cỏ, Lý Sơn, Côn Đảo. */
export const ISLAND_DISTRICT_CODES: readonly string[] = ["318", "471", "536", "755"];

/** The 63 provinces, their districts and communes of 2021–2022, in order of their codes. */
export async function administrativeUnits(): Promise<ProvinceUnits[]> {
  const [provinces, districts, communes] = await Promise.all([getAllProvince(), getAllDistricts(), getAllCommunes()]);
  const placesOf = new Map<string, HomePlace[]>();
  for (const { idCommune, idDistrict, name } of communes) {
    if (STALE_COMMUNE_CODES.has(idCommune)) continue;
    const places = placesOf.get(idDistrict) ?? [];
    places.push({ communeCode: idCommune, districtCode: idDistrict, name });
    placesOf.set(idDistrict, places);
  }
  const byCode = (x: { code: string }, y: { code: string }): number => (x.code < y.code ? -1 : 1);
  return provinces
    .map((province) => {
      const own = districts
        .filter((district) => district.idProvince === province.idProvince)
        .map(({ idDistrict, name }) => ({ code: idDistrict, name: name.normalize("NFC") }))
        .sort(byCode);
      const fullName = province.name.normalize("NFC");
      return {
        code: province.idProvince,
        fullName,
        name: fullName.replace(/^(Thành phố|Tỉnh) /u, ""),
        districts: own,
        places: own.flatMap(({ code, name }) => homePlaces(code, name, placesOf.get(code) ?? [])),
      };
    })
    .sort(byCode);
}

function homePlaces(districtCode: string, districtName: string, communes: readonly HomePlace[]): HomePlace[] {
  if (ISLAND_DISTRICT_CODES.includes(districtCode)) return [{ communeCode: "", districtCode, name: districtName }];
  return communes
    .map((commune) => ({ ...commune, name: commune.name.normalize("NFC") }))
    .sort((x, y) => (x.communeCode < y.communeCode ? -1 : 1));
}
