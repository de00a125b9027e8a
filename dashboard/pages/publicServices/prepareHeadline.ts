import type { Row } from "../../data/viewCatalogue.ts";
import type { Format } from "../../format/createFormat.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";

type Stand = Row<
  "public_services",
  "procedures_full_online" | "procedures_eligible" | "full_online_rate" | "online_dossier_rate" | "on_time_rate"
>;

/** How many procedures run online, how many dossiers come that way, and how many are on time; what is missing is not said. */
export function prepareHeadline(
  current: Stand | undefined,
  format: Format,
): { key: MessageKey; values: MessageValues }[] {
  const sentences: { key: MessageKey; values: MessageValues }[] = [];
  if (!current) return sentences;
  const { procedures_full_online: full, procedures_eligible: eligible, full_online_rate: rate } = current;
  const { online_dossier_rate: online, on_time_rate: onTime } = current;
  if (full !== null && eligible !== null && rate !== null) {
    const values = { full: format.integer(full), all: format.integer(eligible), rate: format.percent(rate) };
    sentences.push({ key: "publicServices.headline.full", values });
  }
  if (online !== null)
    sentences.push({ key: "publicServices.headline.online", values: { rate: format.percent(online) } });
  if (onTime !== null)
    sentences.push({ key: "publicServices.headline.onTime", values: { rate: format.percent(onTime) } });
  return sentences;
}
