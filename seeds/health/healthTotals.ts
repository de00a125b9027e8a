import type { FacilityKind } from "./Facility.ts";

/**
 * National totals at the end of the sample, by kind of facility. Sources:
 * - GSO, "Số nhân lực y tế": 96.2 thousand doctors in 2019 without the central level and without private facilities; 2017, public
 *   facilities only: 53.6 thousand assistant doctors, 107.6 thousand nurses, 29.3 thousand midwives, 10.3 thousand pharmacists
 *   with a degree. The public kinds below sum to these;
 * - GSO, "Số cơ sở khám, chữa bệnh": 1,165 public hospitals in 2017 (1,085 general and special, 60 rehabilitation, 20 dermatology);
 * - the Ministry's survey of August 2022: 33 central hospitals;
 * - beds: about 300,000 without those of health stations, as the Ministry counts them per 10,000 people;
 * - all else (private facilities, equipment, visits, births, how a total splits over kinds) is assumed.
 * Undefined: the kind does not report it.
 */
export type KindTotals = Readonly<Partial<Record<FacilityKind, number>>>;

export const HOSPITAL_COUNTS = { central: 33, provincial: 492, district: 640, private: 335 } as const;
export const CLINIC_COUNT = 290;
export const PHARMACY_COUNT = 190;

/** Doctors, assistant doctors, nurses, midwives, pharmacists. */
export const STAFF_TOTALS: readonly KindTotals[] = [
  {
    central: 7500,
    provincial: 44_000,
    district: 24_000,
    centre: 18_100,
    control: 1300,
    station: 8800,
    private: 8000,
    clinic: 1300,
  },
  { central: 200, provincial: 4400, district: 7000, centre: 12_500, control: 500, station: 29_000, private: 800 },
  {
    central: 15_000,
    provincial: 47_000,
    district: 25_000,
    centre: 12_200,
    control: 400,
    station: 8000,
    private: 13_000,
  },
  { central: 1200, provincial: 7500, district: 7000, centre: 5600, station: 8000, private: 2200 },
  {
    central: 900,
    provincial: 3800,
    district: 2600,
    centre: 1900,
    control: 100,
    station: 1000,
    private: 1400,
    pharmacy: 230,
  },
];

export const BED_TOTALS: KindTotals = {
  central: 30_000,
  provincial: 135_000,
  district: 80_000,
  centre: 30_000,
  private: 25_000,
};

/** Machines of each type, in the order of the report's columns. */
export const EQUIPMENT_TOTALS: readonly KindTotals[] = [
  { central: 130, provincial: 420, district: 150, centre: 20, private: 180 }, // CT
  { central: 80, provincial: 180, district: 15, private: 125 }, // MRI
  { central: 400, provincial: 1900, district: 1300, centre: 750, control: 63, private: 600, clinic: 150 }, // X-ray
  { central: 500, provincial: 2600, district: 2000, centre: 1400, control: 63, private: 900, clinic: 300 }, // ultrasound
  { central: 1500, provincial: 5000, district: 1600, centre: 300, private: 700 }, // ventilator
  { central: 700, provincial: 3600, district: 1700, centre: 250, private: 650 }, // dialysis
  { central: 550, provincial: 2200, district: 1400, centre: 300, private: 650 }, // operating room
];

/** Outpatient visits of an ordinary year. */
export const VISIT_TOTALS: KindTotals = {
  central: 10_000_000,
  provincial: 50_000_000,
  district: 42_000_000,
  centre: 21_000_000,
  control: 600_000,
  private: 22_000_000,
  station: 42_000_000,
  clinic: 4_000_000,
};

/** Births in facilities in a year, of some 1.5 million in all. */
export const DELIVERY_TOTALS: KindTotals = {
  central: 60_000,
  provincial: 500_000,
  district: 480_000,
  centre: 160_000,
  private: 150_000,
  station: 40_000,
};

/** Official and published figures of mid 2022 that the reports come out at. */
export const CHIP_ID = {
  /** "more than 4,000 insured facilities", "about more than 40,000 successful look-ups" (the Ministry's paper, mid 2022) */
  facilities: 4050,
  /** look-ups by month from March 2022 on; nine of ten succeed */
  visits: [3000, 8000, 14_000, 21_000],
} as const;
export const CASHLESS = {
  /** the Ministry's survey of August 2022, which the sample already holds at the end of June */
  centralReady: 29,
  surveyedProvinces: 47,
  provincesAtLeastHalf: 30,
  provincesAll: 12,
} as const;
