import { barsPainter } from "../../charts/barsPainter.ts";
import { Figure } from "../../charts/Figure.tsx";
import { useText } from "../../messages/useText.ts";
import type { ViewState } from "../../url/viewState.ts";
import { cellOf } from "../../url/whyCell.ts";
import { ErrorClassBars } from "./ErrorClassBars.tsx";
import { prepareErrorClasses } from "./prepareErrorClasses.ts";
import { type useErrorClasses, vaccination } from "./vaccination.ts";

interface Props {
  bundle: ReturnType<typeof useErrorClasses>;
  count: ViewState["count"];
}

/** What is wrong with the records to clean. */
export function ErrorClassFigure({ bundle, count }: Props) {
  const { t, format } = useText();
  const bars = prepareErrorClasses(bundle.data?.parts ?? [], count);
  const meta = vaccination.meta(`${count}_to_clean`);
  const max = Math.max(1, ...bars.map((bar) => bar.value ?? 0));
  return (
    <Figure
      title={t("errorClass.title")}
      unit={t(`unit.${count}`)}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={
        bundle.data && {
          columns: [
            { label: t("errorClass.name"), kind: "text" },
            { label: t(`unit.${count}`), kind: "number" },
            { label: t("errorClass.share"), kind: "share" },
          ],
          rows: bars.map((bar) => [t(`errorClass.${bar.errorClass}`), bar.value, bar.share]),
        }
      }
      painter={barsPainter(
        bars.map((bar) => ({
          label: t(`errorClass.${bar.errorClass}`),
          value: format.compact(bar.value),
          share: bar.value === null ? null : bar.value / max,
          tone: bar.kind === "wrong" ? "warn" : "muted",
          ...(bar.share === null ? {} : { detail: format.percent(bar.share) }),
        })),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={bars.every((bar) => bar.value === null)}
      className="span-5"
      by={["error_class"]}
      why={[meta]}
    >
      <ErrorClassBars
        bars={bars}
        whyOf={(errorClass) =>
          cellOf(meta, { days: [bundle.frame.asOf, bundle.frame.asOf], where: [["error_class", [errorClass]]] })
        }
      />
    </Figure>
  );
}
