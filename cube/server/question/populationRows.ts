import { peoplePlacesOf } from "./rowKinds.ts";

const groupings = ["sex", "age_group", "residence"];

/** Hidden members of the view population. */
export const populationHidden = (members: readonly string[]): Readonly<Record<string, string>> => ({
  groups: groupings.filter((grouping) => members.includes(`population.${grouping}`)).join(","),
  people_by: peoplePlacesOf(members),
});
