import { peoplePlacesOf, type RowKinds, rowKindsOf } from "./rowKinds.ts";

const perPopulation = ["people_represented", "doctors_per_10k", "beds_per_10k", "equipment_per_million"];

/** Kinds of rows of cube/model/cubes/resource_rows.yml. */
export const resourceRows: RowKinds = {
  facilities: [
    "facilities",
    "public_facilities",
    "facilities_updated",
    "facilities_not_updated",
    "public_facilities_updated",
    "public_facilities_not_updated",
    "facility_update_rate",
  ],
  reports: [
    "facilities_reporting",
    "oldest_update_date",
    "newest_update_date",
    "doctors",
    "assistant_doctors",
    "nurses",
    "midwives",
    "pharmacists",
    "beds_planned",
    "beds_actual",
    "doctors_per_10k",
    "beds_per_10k",
  ],
  equipment: [
    "equipment",
    "equipment_in_order",
    "equipment_broken",
    "equipment_in_order_rate",
    "ct_scanners",
    "mri_scanners",
    "x_ray_units",
    "ultrasound_units",
    "ventilators",
    "dialysis_machines",
    "operating_rooms",
    "equipment_per_million",
  ],
  people: perPopulation,
};

/** Hidden members of the view resources. */
export const resourcesHidden = (members: readonly string[]): Readonly<Record<string, string>> => {
  const isByType = members.includes("resources.equipment_type");
  const kinds = rowKindsOf(members, resourceRows, isByType ? ["equipment"] : ["facilities", "reports"]);
  // People are the denominator of every type of equipment, and stand once for each where a query names types.
  const read = kinds.map((kind) => (kind === "people" && isByType ? "people_by_equipment" : kind));
  return { kinds: read.join(","), people_by: peoplePlacesOf(members) };
};
