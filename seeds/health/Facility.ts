/** What a facility is in the sample: decides its size, what it reports, and to which streams it is to be connected. */
export const FACILITY_KINDS = [
  "central",
  "provincial",
  "district",
  "private",
  "centre",
  "control",
  "station",
  "clinic",
  "pharmacy",
] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

export type Grade = "đặc biệt" | "I" | "II" | "III" | "IV" | "không xếp hạng";

/** A facility of the list; nothing of it stands for a real institution. */
export interface Facility {
  readonly code: string;
  readonly name: string;
  readonly kind: FacilityKind;
  readonly grade: Grade;
  /** grade before `GRADE_CHANGE_DATE`, where it was another */
  readonly formerGrade: Grade | null;
  readonly provinceCode: string;
  /** empty where the district has no communes */
  readonly communeCode: string;
  readonly communeName: string;
  readonly districtName: string;
  /** relative to the others of its kind */
  readonly size: number;
  /** ISO days; null where it was there before the list and is there still */
  readonly openedOn: string | null;
  readonly closedOn: string | null;
}

/** From this day on some hospitals have a higher grade. */
export const GRADE_CHANGE_DATE = "2022-01-01";

const HOSPITALS: readonly FacilityKind[] = ["central", "provincial", "district", "private"];
const PRIVATE: readonly FacilityKind[] = ["private", "clinic", "pharmacy"];

export const isHospital = ({ kind }: Facility): boolean => HOSPITALS.includes(kind);
export const isPrivate = ({ kind }: Facility): boolean => PRIVATE.includes(kind);

/** The words of the list's column `loai_co_so`. */
export const TYPE_WORDS: Readonly<Record<FacilityKind, string>> = {
  central: "bệnh viện",
  provincial: "bệnh viện",
  district: "bệnh viện",
  private: "bệnh viện",
  centre: "trung tâm y tế",
  control: "trung tâm y tế",
  station: "trạm y tế",
  clinic: "phòng khám",
  pharmacy: "nhà thuốc",
};

/** The words of the list's column `tuyen`. */
export const LEVEL_WORDS: Readonly<Record<FacilityKind, string>> = {
  central: "trung ương",
  provincial: "tỉnh",
  district: "huyện",
  private: "tư nhân",
  centre: "huyện",
  control: "tỉnh",
  station: "xã",
  clinic: "tư nhân",
  pharmacy: "tư nhân",
};
