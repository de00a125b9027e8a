import type { Bundle } from "../data/useBundle.ts";
import { useArea } from "../data/useReference.ts";
import { sayConditions } from "../messages/dimensionWords.ts";
import { useText } from "../messages/useText.ts";
import { useView } from "./ViewProvider.tsx";

interface Props {
  /** The figures that the sentences are written from. */
  figures: Bundle<object>;
  /** What the page found, in words. */
  sentences: readonly string[];
  /** Lines that they take on a wide screen: kept free, so that nothing moves when they come. */
  lines?: 1 | 2 | 3;
}

/** The page's name and, in a sentence, what it shows. */
export function PageHead({ figures, sentences, lines = 2 }: Props) {
  const { t } = useText();
  const { view } = useView();
  const area = useArea(view.area, view.structure);
  const name = view.area.level === "nation" ? t("area.nation") : area.data?.unit.fullName;
  const isCurrent = figures.data && !figures.isOld && name !== undefined && !area.isPlaceholderData;
  return (
    <div className="page-head">
      <h1>
        {t(`page.${view.page}`)}
        {name && view.area.level !== "nation" && !area.isPlaceholderData && (
          <span className="page-area"> · {name}</span>
        )}
        {view.only.length > 0 && (
          <span className="page-area"> · {t("only.said", { values: sayConditions(view.only, t) })}</span>
        )}
      </h1>
      <p className="headline" aria-live="polite" style={{ "--lines": String(lines) }}>
        {isCurrent && sentences.length > 0 && `${name}: ${sentences.join("; ")}.`}
      </p>
    </div>
  );
}
