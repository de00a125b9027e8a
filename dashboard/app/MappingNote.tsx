import { numberIn, textIn } from "../data/readRow.ts";
import { summariseMapping } from "../data/summariseMapping.ts";
import type { Bundle } from "../data/useBundle.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import { useText } from "../messages/useText.ts";

interface Props {
  bundle: Bundle<{ parts: readonly FigureRow[] }>;
  /** The count that the shares are of. */
  measure: MeasureMeta;
}

/** How figures of former units came to the units of today, and how much of them by assignment. */
export function MappingNote({ bundle: { data }, measure }: Props) {
  const { t, format, language } = useText();
  if (data?.frame.structure !== "now") return null;
  const summary = summariseMapping(
    data.parts.map((row) => ({ mapping: textIn(row, "area_mapping"), count: numberIn(row, measure.name) })),
  );
  if (!summary) return null;
  return (
    <p className="mapping-note">
      {t("mapping.note", {
        measure: measure.title[language],
        unit: t(`measureUnit.${measure.unit}`),
        exact: format.percent(summary.exact),
        assigned: format.percent(summary.assigned),
        assignedCount: format.integer(summary.assignedCount),
        unknown: format.percent(summary.unknown),
      })}
    </p>
  );
}
