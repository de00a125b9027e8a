import { skipToken, useQuery } from "@tanstack/react-query";
import { connections } from "../../api/connections.generated.ts";
import { payments } from "../../api/payments.generated.ts";
import { publicServices } from "../../api/public_services.generated.ts";
import { resources } from "../../api/resources.generated.ts";
import { services } from "../../api/services.generated.ts";
import { vaccination } from "../../api/vaccination.generated.ts";
import { defineView, type PlaceColumns, type Scope } from "../../data/defineView.ts";
import { fetchRestatements } from "../../data/fetchLedger.ts";
import type { Frame } from "../../data/frame.ts";
import { useStructureCode } from "../../data/useReference.ts";
import type { MeasureMeta, MeasureOf, ViewCatalogue, ViewName } from "../../data/viewCatalogue.ts";

/** A measure whose restatements can be looked at. */
export interface Restatable {
  /** With its view: "vaccination.doses_recorded". */
  name: string;
  meta: MeasureMeta;
  placesBelow(scope: Scope): PlaceColumns | null;
}

function restatable<V extends ViewName>(catalogue: ViewCatalogue<V>, measures: readonly MeasureOf<V>[]): Restatable[] {
  const view = defineView(catalogue);
  return measures.map((measure) => ({
    name: `${view.name}.${measure}`,
    meta: view.meta(measure),
    placesBelow: view.placesBelow,
  }));
}

/** What leaders quote of each subject, and the counts behind it. */
export const restatables: readonly Restatable[] = [
  ...restatable(vaccination, [
    "doses_recorded",
    "doses_sent",
    "doses_verified",
    "verified_dose_rate",
    "subjects_to_clean",
  ]),
  ...restatable(resources, ["beds_actual", "doctors", "facility_update_rate"]),
  ...restatable(services, ["outpatient_visits", "chip_id_facility_rate"]),
  ...restatable(payments, ["transactions", "cashless_transaction_share"]),
  ...restatable(publicServices, ["dossiers_received", "online_dossier_rate"]),
  ...restatable(connections, ["records_sent", "connected_facility_rate"]),
];

/** Two days of knowledge to compare; both ends of the day in Viet Nam. */
export interface KnownDays {
  from: string;
  to: string;
}

/** What changed in a measure of the units below the area between two days; nothing is asked before the reader asks. */
export function useRestatements(frame: Frame, { name, placesBelow }: Restatable, known: KnownDays | null) {
  const structure = useStructureCode(frame.structure);
  const { area, asOf } = frame;
  const below = placesBelow(frame);
  return useQuery({
    queryKey: ["restatements", name, known, frame],
    queryFn:
      known === null || structure === undefined
        ? skipToken
        : ({ signal }) =>
            fetchRestatements(
              {
                ...{ measure: name, structure, level: area.level, code: area.code, to: asOf },
                ...(below === null ? {} : { by: below.level }),
                ...{ known_from: known.from, known_to: known.to },
              },
              signal,
            ),
  });
}
