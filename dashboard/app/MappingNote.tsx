import { useMapping } from "../data/bundles.ts";
import type { Frame } from "../data/frame.ts";
import { summariseMapping } from "../data/summariseMapping.ts";
import { useText } from "../messages/useText.ts";

/** How figures of former units came to the units of today, and how much of them by assignment. */
export function MappingNote({ frame }: { frame: Frame }) {
  const { t, format } = useText();
  const { data } = useMapping(frame);
  if (data?.frame.structure !== "now") return null;
  const summary = summariseMapping(data.mappings);
  if (!summary) return null;
  return (
    <p className="mapping-note">
      {t("mapping.note", {
        exact: format.percent(summary.exact),
        assigned: format.percent(summary.assigned),
        assignedCount: format.integer(summary.assignedCount),
        unknown: format.percent(summary.unknown),
      })}
    </p>
  );
}
