import { useView } from "../app/ViewProvider.tsx";
import { useText } from "../messages/useText.ts";
import type { WhyCell } from "../url/whyCell.ts";

interface Props {
  text: string;
  /** The figure in full, with what it is of. */
  name: string;
  why: WhyCell | null;
  /** Reached by Tab; the others by the arrow keys of its table. */
  isStop: boolean;
}

/** A figure too small for a question mark beside it: pressed, it opens where it comes from. */
export function CellButton({ text, name, why, isStop }: Props) {
  const { t } = useText();
  const { go } = useView();
  if (why === null) return text;
  return (
    <button
      type="button"
      className="cell-button"
      aria-label={`${text}: ${t("why.of", { figure: name })}`}
      title={name}
      tabIndex={isStop ? 0 : -1}
      onClick={() => go({ why })}
    >
      {text}
    </button>
  );
}
