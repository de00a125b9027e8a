import { asksAttributes, peoplePlacesOf, type RowKinds, rowKindsOf } from "./rowKinds.ts";

/** Kinds of rows of cube/model/cubes/service_rows.yml; `beds` are rows of reports with the beds of their month. */
export const serviceRows: RowKinds = {
  reports: [
    "outpatient_visits",
    "insured_visits",
    "inpatient_admissions",
    "inpatient_days",
    "surgeries",
    "deliveries",
    "lab_tests",
    "imaging",
    "telehealth_consultations",
    "chip_id_visits",
    "chip_id_successes",
    "chip_id_success_rate",
    "facilities_reporting",
    "facility_months_reported",
    "insured_facilities",
    "visits_per_person",
    "average_length_of_stay",
  ],
  beds: ["bed_days", "inpatient_days_in_beds", "bed_occupancy_rate"],
  facilities: ["examining_facilities", "chip_id_facilities", "chip_id_facility_rate"],
  people: ["people_represented", "visits_per_person"],
};

/** Hidden members of the view services. */
export const servicesHidden = (members: readonly string[]): Readonly<Record<string, string>> => {
  const kinds = rowKindsOf(members, serviceRows, ["reports"]);
  return {
    kinds: [...kinds, ...(asksAttributes(members) ? ["attributes"] : [])].join(","),
    people_by: peoplePlacesOf(members),
  };
};
