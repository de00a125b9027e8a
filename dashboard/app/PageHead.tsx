import { prepareHeadline } from "../charts/prepareHeadline.ts";
import type { useTotals } from "../data/bundles.ts";
import { useArea } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import type { ViewState } from "../url/viewState.ts";
import { useView } from "./ViewProvider.tsx";

interface Props {
  page: ViewState["page"];
  totals: ReturnType<typeof useTotals>;
}

/** The page's name and, in a sentence, what it shows. */
export function PageHead({ page, totals }: Props) {
  const { t, format } = useText();
  const { view } = useView();
  const area = useArea(view.area, view.structure);
  const name = view.area.level === "nation" ? t("area.nation") : area.data?.unit.fullName;
  const sentences = prepareHeadline(totals.data?.current, format).map(({ key, values }) => t(key, values));
  const isCurrent = totals.data && !totals.isOld && name !== undefined && !area.isPlaceholderData;
  return (
    <div className="page-head">
      <h1>
        {t(`page.${page}`)}
        {name && view.area.level !== "nation" && !area.isPlaceholderData && (
          <span className="page-area"> · {name}</span>
        )}
      </h1>
      <p className="headline" aria-live="polite">
        {isCurrent && sentences.length > 0 && `${name}: ${sentences.join("; ")}.`}
      </p>
    </div>
  );
}
