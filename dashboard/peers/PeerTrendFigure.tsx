import { useMemo, useState } from "react";
import { ChoicePicker } from "../app/ChoicePicker.tsx";
import { useMeasure } from "../app/useMeasure.ts";
import { useView } from "../app/ViewProvider.tsx";
import type { Snapshot } from "../charts/EChart.tsx";
import { Figure } from "../charts/Figure.tsx";
import { LazyChart, snapshotPainter } from "../charts/LazyChart.tsx";
import { Segmented } from "../charts/Segmented.tsx";
import { useSeries } from "../data/bundles.ts";
import { comparableMeasures } from "../data/comparableMeasures.ts";
import type { CubeView } from "../data/defineView.ts";
import type { Frame } from "../data/frame.ts";
import { usePeers } from "../data/usePeers.ts";
import type { ViewName } from "../data/viewCatalogue.ts";
import { useText } from "../messages/useText.ts";
import { grains } from "../url/choices.ts";
import { PeerKey } from "./PeerKey.tsx";
import { usePeerTrends } from "./usePeerTrends.ts";

interface Props<V extends ViewName> {
  of: CubeView<V>;
  frame: Frame;
}

/** The measure that map and ranking show, over time, beside that of the areas to compare with; nothing where there are none. */
export function PeerTrendFigure<V extends ViewName>(props: Props<V>) {
  const { peers } = usePeers();
  return peers.length > 0 && <ComparedFigure {...props} />;
}

function ComparedFigure<V extends ViewName>({ of, frame }: Props<V>) {
  const { t, format, language } = useText();
  const { view, go } = useView();
  const { peers } = usePeers();
  const [snapshot, setSnapshot] = useState<{ take: Snapshot } | null>(null);
  const [onReady] = useState(() => (take: Snapshot) => setSnapshot({ take }));
  const meta = useMeasure(of);
  const offered = useMemo(() => comparableMeasures(of.measures), [of]);
  const bundle = useSeries(of, frame, { measures: [meta.name], grain: view.grain }, ({ period }) => period, peers);
  const measures = useMemo(() => [{ meta, name: meta.title[language] }], [meta, language]);
  const compared = usePeerTrends(bundle, measures);
  const [from, to] = compared?.days ?? bundle.frame.period;
  const range = t("period.range", { from: format.day(from), to: format.day(to) });
  const title = t("peers.title", { measure: meta.title[language] });
  return (
    <Figure
      title={title}
      unit={compared?.panels[0]?.unit ?? ""}
      period={range}
      table={compared?.table}
      painter={snapshotPainter(snapshot?.take ?? null)}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={compared?.isEmpty ?? false}
      className="span-12"
      why={[meta]}
      tools={
        <>
          <Segmented
            name={t("trend.grain")}
            value={view.grain}
            options={grains.map((value) => ({ value, label: t(`grain.${value}`) }))}
            onChoose={(next) => go({ grain: next }, { replace: true })}
          />
          <ChoicePicker
            name={t("ranking.measure")}
            sentence={t("ranking.changeMeasure")}
            value={meta.name}
            options={offered.map(({ name, title: words }) => ({ value: name, label: words[language] }))}
            onChoose={(measure) => go({ measure })}
          />
        </>
      }
      notes={compared && <PeerKey trends={compared.trends} />}
    >
      {compared && <LazyChart option={compared.option} label={t("peers.aria", { title, range })} onReady={onReady} />}
    </Figure>
  );
}
