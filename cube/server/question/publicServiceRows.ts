import { type RowKinds, rowKindsOf } from "./rowKinds.ts";

/** Kinds of rows of cube/model/cubes/public_service_rows.yml. */
const publicServiceRows: RowKinds = {
  procedures: [
    "procedures",
    "procedures_eligible",
    "procedures_full_online",
    "procedures_on_national_portal",
    "full_online_rate",
  ],
  dossiers: [
    "dossiers_received",
    "dossiers_online",
    "dossiers_resolved",
    "dossiers_on_time",
    "online_dossier_rate",
    "on_time_rate",
  ],
};

/** Hidden members of the view public_services. */
export const publicServicesHidden = (members: readonly string[]): Readonly<Record<string, string>> => ({
  kinds: rowKindsOf(members, publicServiceRows, ["procedures", "dossiers"]).join(","),
});
