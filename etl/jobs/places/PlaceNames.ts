import { matchProvinceNames, type Province } from "../matchProvinces.ts";
import { textSpellings, unitSpellings } from "./unitSpellings.ts";

/** A unit of one structure under one of its names. */
export interface Unit {
  readonly structureCode: number;
  readonly level: "province" | "district" | "commune";
  readonly code: string;
  readonly fullName: string;
  readonly provinceCode: string;
  readonly districtCode: string;
}

/** What a row tells of a place; empty where it tells nothing. */
export interface PlaceTexts {
  readonly communeCode: string;
  readonly communeName: string;
  readonly districtName: string;
  readonly provinceCode: string;
  readonly provinceName: string;
}

export interface PlaceMatch {
  readonly level: "unknown" | "province" | "district" | "commune";
  readonly placeKey: number;
  /** The commune's code and the province that the row names do not go together. */
  readonly isContradictory: boolean;
}

/** Two units of one name under the same unit: the name alone says neither. */
const ambiguous = "";
const padded = (code: string, length: number): string => {
  const digits = code.trim();
  return /^\d+$/.test(digits) ? digits.padStart(length, "0") : "";
};

/** Codes and names of one structure's units, and the place that codes and names mean in it. */
export class PlaceNames {
  readonly structureCode: number;
  readonly hasDistricts: boolean;
  readonly #communes = new Map<string, Unit>();
  readonly #provinces: readonly Province[];
  readonly #provinceOfName = new Map<string, string>();
  /** Level, code of the unit above and spelling, to a code. */
  readonly #names = new Map<string, string>();

  constructor(structureCode: number, units: readonly Unit[], provinces: readonly Province[]) {
    this.structureCode = structureCode;
    this.#provinces = provinces.filter((each) => each.structureCode === structureCode);
    const own = units.filter((unit) => unit.structureCode === structureCode);
    this.hasDistricts = own.some((unit) => unit.level === "district");
    for (const unit of own) {
      if (unit.level === "province") continue;
      if (unit.level === "commune") this.#communes.set(unit.code, unit);
      this.#add(unit.level, unit.provinceCode, unit);
      if (unit.level === "commune" && unit.districtCode !== "") this.#add("commune", unit.districtCode, unit);
    }
  }

  #add(level: string, above: string, { fullName, code }: Unit): void {
    for (const spelling of unitSpellings(fullName)) {
      const key = `${level} ${above} ${spelling}`;
      this.#names.set(key, (this.#names.get(key) ?? code) === code ? code : ambiguous);
    }
  }

  #find(level: string, above: string, name: string): string {
    const codes = textSpellings(name).map((spelling) => this.#names.get(`${level} ${above} ${spelling}`) ?? ambiguous);
    return codes.find((code) => code !== ambiguous) ?? "";
  }

  #provinceOf({ provinceCode, provinceName }: PlaceTexts): string {
    const code = padded(provinceCode, 2);
    if (this.#provinces.some((province) => province.code === code)) return code;
    if (provinceName.trim() === "") return "";
    const known = this.#provinceOfName.get(provinceName);
    if (known !== undefined) return known;
    const found = matchProvinceNames([provinceName.trim()], this.#provinces).get(provinceName.trim()) ?? "";
    this.#provinceOfName.set(provinceName, found);
    return found;
  }

  /** A code counts before a name. A commune's name counts within its district, or, where the row names none, its province. */
  match(texts: PlaceTexts): PlaceMatch {
    const province = this.#provinceOf(texts);
    const place = (level: PlaceMatch["level"], code: string, isContradictory = false): PlaceMatch => ({
      level,
      placeKey:
        this.structureCode * 1_000_000 +
        Number(code) +
        { commune: 0, district: 1, province: 2, unknown: 3 }[level] * 100_000,
      isContradictory,
    });
    const byCode = this.#communes.get(padded(texts.communeCode, 5));
    if (byCode !== undefined) return place("commune", byCode.code, province !== "" && province !== byCode.provinceCode);
    if (province === "") return place("unknown", "0");
    const isDistrictNamed = this.hasDistricts && texts.districtName.trim() !== "";
    const district = isDistrictNamed ? this.#find("district", province, texts.districtName) : "";
    const commune =
      isDistrictNamed && district === "" ? "" : this.#find("commune", district || province, texts.communeName);
    if (commune !== "") return place("commune", commune);
    return district === "" ? place("province", province) : place("district", district);
  }
}
