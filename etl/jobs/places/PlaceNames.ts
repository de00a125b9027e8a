import { placeKeyOf } from "../../../warehouse/areas/placeKey.ts";
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

/** What a row says of a place; empty where it says nothing. */
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
  /** The commune of this code lies in another province than the row says. */
  readonly isContradictory: boolean;
  /** The commune of this code bears another name than the row says. */
  readonly isNamedOtherwise: boolean;
  /** How many of the row's texts speak against this structure. */
  readonly doubts: number;
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
  /** By code, under each of its names. */
  readonly #communes = new Map<string, Unit[]>();
  readonly #provinces: readonly Province[];
  readonly #provinceOfName = new Map<string, string>();
  readonly #units: readonly Unit[];
  /** Level, code of the unit above and spelling, to a code. Spelling every unit takes half a second, and most files give codes alone. */
  #names: Map<string, string> | undefined;

  constructor(structureCode: number, units: readonly Unit[], provinces: readonly Province[]) {
    this.structureCode = structureCode;
    this.#provinces = provinces.filter((each) => each.structureCode === structureCode);
    this.#units = units.filter((unit) => unit.structureCode === structureCode);
    this.hasDistricts = this.#units.some((unit) => unit.level === "district");
    for (const unit of this.#units) {
      if (unit.level === "commune") this.#communes.set(unit.code, [...(this.#communes.get(unit.code) ?? []), unit]);
    }
  }

  #spellUnits(): Map<string, string> {
    const names = new Map<string, string>();
    const add = (level: string, above: string, { fullName, code }: Unit): void => {
      for (const spelling of unitSpellings(fullName)) {
        const key = `${level} ${above} ${spelling}`;
        names.set(key, (names.get(key) ?? code) === code ? code : ambiguous);
      }
    };
    for (const unit of this.#units) {
      if (unit.level === "province") continue;
      add(unit.level, unit.provinceCode, unit);
      if (unit.level === "commune" && unit.districtCode !== "") add("commune", unit.districtCode, unit);
    }
    return names;
  }

  #find(level: string, above: string, name: string): string {
    const spellings = textSpellings(name);
    if (spellings.length === 0) return "";
    this.#names ??= this.#spellUnits();
    const names = this.#names;
    const codes = spellings.map((spelling) => names.get(`${level} ${above} ${spelling}`) ?? ambiguous);
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

  #place(level: PlaceMatch["level"], code: string): PlaceMatch {
    const placeKey = placeKeyOf(this.structureCode, level === "unknown" ? "nation" : level, code);
    return { level, placeKey, isContradictory: false, isNamedOtherwise: false, doubts: 0 };
  }

  /** The commune of a code, under each of its names, against what else the row says. */
  #matchCode(units: readonly Unit[], commune: Unit, texts: PlaceTexts): PlaceMatch {
    const province = this.#provinceOf(texts);
    const isProvinceTold = `${texts.provinceCode}${texts.provinceName}`.trim() !== "";
    const named = textSpellings(texts.communeName);
    const isNamedOtherwise =
      named.length > 0 &&
      !units.some((unit) => unitSpellings(unit.fullName).some((spelling) => named.includes(spelling)));
    const district = this.hasDistricts ? this.#find("district", commune.provinceCode, texts.districtName) : "";
    const isOtherDistrict = texts.districtName.trim() !== "" && district !== commune.districtCode;
    const isOtherProvince = isProvinceTold && province !== commune.provinceCode;
    return {
      ...this.#place("commune", commune.code),
      isContradictory: isOtherProvince && province !== "",
      isNamedOtherwise,
      doubts:
        Number(isNamedOtherwise) +
        Number(isOtherDistrict || (texts.districtName.trim() !== "" && !this.hasDistricts)) +
        Number(isOtherProvince),
    };
  }

  /** A code counts before a name. A commune's name counts within its district, or, where the row names none, its province. */
  match(texts: PlaceTexts): PlaceMatch {
    const units = this.#communes.get(padded(texts.communeCode, 5)) ?? [];
    if (units[0] !== undefined) return this.#matchCode(units, units[0], texts);
    const province = this.#provinceOf(texts);
    if (province === "") return this.#place("unknown", "0");
    const isDistrictTold = texts.districtName.trim() !== "";
    const district = isDistrictTold && this.hasDistricts ? this.#find("district", province, texts.districtName) : "";
    const isLost = isDistrictTold && this.hasDistricts && district === "";
    const commune = isLost ? "" : this.#find("commune", district || province, texts.communeName);
    if (commune !== "")
      return { ...this.#place("commune", commune), doubts: Number(isDistrictTold && !this.hasDistricts) };
    return district === "" ? this.#place("province", province) : this.#place("district", district);
  }
}
