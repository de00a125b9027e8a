import { peoplePlacesOf, type RowKinds, rowKindsOf } from "./rowKinds.ts";

/** Kinds of rows of cube/model/cubes/connection_rows.yml. */
const connectionRows: RowKinds = {
  links: ["facilities_to_connect", "facilities_connected", "facilities_not_connected", "connected_facility_rate"],
  records: [
    "records_sent",
    "records_accepted",
    "records_rejected",
    "acceptance_rate",
    "records_with_fields",
    "complete_fields",
    "fields_complete",
  ],
  health_records: ["health_records", "health_records_represented", "health_records_share"],
  people: ["people_represented", "health_records_share"],
};

/** Hidden members of the view connections. */
export const connectionsHidden = (members: readonly string[]): Readonly<Record<string, string>> => ({
  kinds: rowKindsOf(members, connectionRows, ["links", "records"]).join(","),
  people_by: peoplePlacesOf(members),
});
