import type { Furthest } from "../../charts/findFurthest.ts";
import type { Row } from "../../data/viewCatalogue.ts";
import type { Format } from "../../format/createFormat.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";

type Stand = Row<
  "resources",
  "facility_update_rate" | "public_facilities_not_updated" | "oldest_update_date" | "doctors_per_10k" | "beds_per_10k"
>;

/** What there is for the population, how far the figures are kept up, who is furthest behind. Missing figures say nothing. */
export function prepareResourceHeadline(
  current: Stand | undefined,
  furthest: Furthest | null,
  format: Format,
): { key: MessageKey; values: MessageValues }[] {
  if (!current) return [];
  const sentences: { key: MessageKey; values: MessageValues }[] = [];
  const { doctors_per_10k: doctors, beds_per_10k: beds, facility_update_rate: rate } = current;
  const { public_facilities_not_updated: silent, oldest_update_date: oldest } = current;
  if (doctors !== null && beds !== null)
    sentences.push({
      key: "resources.headline.density",
      values: { doctors: format.decimal(doctors), beds: format.decimal(beds) },
    });
  if (rate !== null) sentences.push({ key: "resources.headline.updated", values: { rate: format.percent(rate) } });
  if (rate !== null && rate < 1 && furthest !== null)
    sentences.push({
      key: "resources.headline.furthest",
      values: { name: furthest.name, rate: format.percent(furthest.value) },
    });
  if (silent !== null && silent > 0)
    sentences.push({
      key: oldest === null ? "resources.headline.silent" : "resources.headline.silentSince",
      values: { count: silent, ...(oldest === null ? {} : { day: format.day(oldest) }) },
    });
  return sentences;
}
