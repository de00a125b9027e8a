import { moveFocus } from "../app/ChoicePicker.tsx";
import { Popover } from "../app/Popover.tsx";
import { useView } from "../app/ViewProvider.tsx";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import { useText } from "../messages/useText.ts";
import { cellOf, type WhyCell } from "../url/whyCell.ts";

interface Props {
  measures: readonly MeasureMeta[];
  /** What narrows all of them. */
  where: WhyCell["where"];
}

/** Opens where a chart's figures come from, for the area as a whole; of several measures the reader chooses. */
export function FigureWhy({ measures, where }: Props) {
  const { t, language } = useText();
  const { go } = useView();
  const cells = measures.flatMap((meta) => {
    const why = cellOf(meta, { where });
    return why ? [{ why, title: meta.title[language] }] : [];
  });
  const [only] = cells;
  if (only === undefined) return null;
  if (cells.length === 1) {
    return (
      <button
        type="button"
        className="tool"
        aria-label={t("why.of", { figure: only.title })}
        onClick={() => go({ why: only.why })}
      >
        {t("why.short")}
      </button>
    );
  }
  return (
    <Popover name={t("why.title")} label={t("why.short")} className="tool">
      {(close) => (
        <fieldset className="options" onKeyDown={moveFocus}>
          <legend>{t("why.which")}</legend>
          {cells.map(({ why, title }) => (
            <button
              key={title}
              type="button"
              className="option"
              onClick={() => {
                close();
                go({ why });
              }}
            >
              {title}
            </button>
          ))}
        </fieldset>
      )}
    </Popover>
  );
}
