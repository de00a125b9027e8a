import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { MeasureGroup } from "../../table/groupMeasures.ts";

/** The table's columns: first who keeps the figures up, then what there is. */
export const resourceGroups: readonly MeasureGroup<MeasureOf<"resources">>[] = [
  {
    title: "resources.group.updates",
    measures: [
      "facility_update_rate",
      "public_facilities_not_updated",
      "public_facilities_updated",
      "facilities_not_updated",
      "facilities_updated",
      "oldest_update_date",
      "newest_update_date",
    ],
  },
  {
    title: "resources.group.population",
    measures: ["doctors_per_10k", "beds_per_10k", "equipment_per_million", "people_represented"],
  },
  { title: "resources.group.facilities", measures: ["facilities", "public_facilities", "facilities_reporting"] },
  {
    title: "resources.group.staff",
    measures: ["doctors", "assistant_doctors", "nurses", "midwives", "pharmacists"],
  },
  { title: "resources.group.beds", measures: ["beds_planned", "beds_actual"] },
  {
    title: "resources.group.equipment",
    measures: [
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
    ],
  },
];
