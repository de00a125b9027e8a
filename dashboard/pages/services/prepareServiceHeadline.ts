import type { Furthest } from "../../charts/findFurthest.ts";
import type { Row } from "../../data/viewCatalogue.ts";
import type { Format } from "../../format/createFormat.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";

type Month = Row<
  "services",
  "date" | "outpatient_visits" | "inpatient_admissions" | "bed_occupancy_rate" | "chip_id_facility_rate"
>;

/** What was given in the newest month, how full the beds are, how far chip IDs are in use, who is furthest behind. */
export function prepareServiceHeadline(
  current: Month | undefined,
  furthest: Furthest | null,
  format: Format,
): { key: MessageKey; values: MessageValues }[] {
  if (!current) return [];
  const sentences: { key: MessageKey; values: MessageValues }[] = [];
  const { outpatient_visits: visits, inpatient_admissions: admissions, bed_occupancy_rate: occupancy } = current;
  const rate = current.chip_id_facility_rate;
  const month = current.date === null ? "" : format.month(current.date);
  if (visits !== null)
    sentences.push({ key: "services.headline.visits", values: { month, visits: format.compact(visits) } });
  if (admissions !== null)
    sentences.push({ key: "services.headline.admissions", values: { count: format.compact(admissions) } });
  if (occupancy !== null)
    sentences.push({ key: "services.headline.occupancy", values: { rate: format.percent(occupancy) } });
  if (rate !== null) sentences.push({ key: "services.headline.chip", values: { rate: format.percent(rate) } });
  if (rate !== null && rate < 1 && furthest !== null)
    sentences.push({
      key: "services.headline.furthest",
      values: { name: furthest.name, rate: format.percent(furthest.value) },
    });
  return sentences;
}
