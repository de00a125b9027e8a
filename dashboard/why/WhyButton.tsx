import { useView } from "../app/ViewProvider.tsx";
import { useText } from "../messages/useText.ts";
import type { WhyCell } from "../url/whyCell.ts";

interface Props {
  cell: WhyCell | null;
  /** What the figure is called, for those who do not see what the button stands beside. */
  of: string;
  /** Beside each of many figures: reached by the key V on the figure, not by a tab stop of its own. */
  isOneOfMany?: boolean;
}

/** A discreet question mark beside a figure that opens where it comes from. */
export function WhyButton({ cell, of, isOneOfMany = false }: Props) {
  const { t } = useText();
  const { go } = useView();
  if (cell === null) return null;
  return (
    <button
      type="button"
      className="why-button"
      aria-label={t("why.of", { figure: of })}
      title={t("why.title")}
      tabIndex={isOneOfMany ? -1 : 0}
      onClick={() => go({ why: cell })}
    >
      ?
    </button>
  );
}
