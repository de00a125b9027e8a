import dayjs from "dayjs";
import { useCallback, useMemo } from "react";
import type { Snapshot } from "../../charts/EChart.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { LazyChart } from "../../charts/LazyChart.tsx";
import { panelsPainter } from "../../charts/panelsPainter.ts";
import { useSnapshots } from "../../charts/useSnapshots.ts";
import type { DayRange } from "../../data/periods.ts";
import type { MeasureOf } from "../../data/viewCatalogue.ts";
import { useText } from "../../messages/useText.ts";
import { PeerKey } from "../../peers/PeerKey.tsx";
import { type PeerPanel, peerTrendOption } from "../../peers/peerTrendOption.ts";
import { usePeerTrends } from "../../peers/usePeerTrends.ts";
import { usePalette } from "../../theme/usePalette.ts";
import { chooseMonths } from "./chooseMonths.ts";
import { services, type useServiceMonths } from "./services.ts";

interface Props {
  bundle: ReturnType<typeof useServiceMonths>;
  measures: readonly MeasureOf<"services">[];
}

/** The measures of the twelve months up to the newest, each beside those of the areas to compare with. */
export function ComparedMonthsFigure({ bundle, measures }: Props) {
  const { t, format, language } = useText();
  const newest = chooseMonths(bundle.data?.points ?? [], measures, null).current?.date ?? null;
  const year = useMemo(() => yearTo(newest), [newest]);
  const named = useMemo(
    () => measures.map((measure) => services.meta(measure)).map((meta) => ({ meta, name: meta.title[language] })),
    [measures, language],
  );
  const compared = usePeerTrends(bundle, named, year);
  const { painterOf, onReady } = useSnapshots();
  const [first, last] = compared?.days ?? bundle.frame.history;
  const range = t("period.range", { from: format.month(first), to: format.month(last) });
  return (
    <Figure
      why={named.map(({ meta }) => meta)}
      title={t("services.months.title")}
      unit={t("services.months.unit")}
      period={range}
      table={compared?.table}
      painter={panelsPainter(
        (compared?.panels ?? []).map(({ title, unit }) => ({ title: `${title} · ${unit}`, painter: painterOf(title) })),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={compared?.isEmpty ?? false}
      notes={compared && <PeerKey trends={compared.trends} />}
    >
      <div className="panels">
        {compared?.panels.map((panel) => (
          <Panel key={panel.title} panel={panel} range={range} onReady={onReady} />
        ))}
      </div>
    </Figure>
  );
}

/** The days of the twelve months up to the newest one told of: reports are of whole months. */
function yearTo(newest: string | null): DayRange | undefined {
  if (newest === null) return undefined;
  const last = dayjs(newest).endOf("month");
  return [last.subtract(11, "month").startOf("month").format("YYYY-MM-DD"), last.format("YYYY-MM-DD")];
}

const HEIGHT = 170;

interface PanelProps {
  panel: PeerPanel;
  range: string;
  onReady(name: string, snapshot: Snapshot): void;
}

function Panel({ panel, range, onReady }: PanelProps) {
  const { t, format } = useText();
  const palette = usePalette();
  const option = useMemo(() => peerTrendOption([panel], "month", HEIGHT, palette, format), [panel, palette, format]);
  const { title } = panel;
  const onDrawn = useCallback((snapshot: Snapshot) => onReady(title, snapshot), [onReady, title]);
  return (
    <section>
      <h3>{panel.title}</h3>
      <p>{panel.unit}</p>
      <LazyChart
        option={option}
        height={HEIGHT}
        label={t("peers.aria", { title: panel.title, range })}
        onReady={onDrawn}
      />
    </section>
  );
}
