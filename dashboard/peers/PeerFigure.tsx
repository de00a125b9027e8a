import { type ReactNode, useState } from "react";
import type { Snapshot } from "../charts/EChart.tsx";
import { Figure } from "../charts/Figure.tsx";
import { GrainChoice } from "../charts/GrainChoice.tsx";
import { LazyChart, snapshotPainter } from "../charts/LazyChart.tsx";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import { useText } from "../messages/useText.ts";
import { PeerKey } from "./PeerKey.tsx";
import { PEERS_HEIGHT } from "./peerTrendOption.ts";
import { type PeerSeries, usePeerTrends } from "./usePeerTrends.ts";

interface Props {
  title: string;
  measures: readonly { meta: MeasureMeta; name: string }[];
  bundle: PeerSeries;
  className: string;
  /** Choices beside week or month. */
  tools?: ReactNode;
}

/** Measures by week or month, each on an axis of its own with a line for the chosen area and for each that it is compared with. */
export function PeerFigure({ title, measures, bundle, className, tools }: Props) {
  const { t, format } = useText();
  const [snapshot, setSnapshot] = useState<{ take: Snapshot } | null>(null);
  const [onReady] = useState(() => (take: Snapshot) => setSnapshot({ take }));
  const compared = usePeerTrends(bundle, measures);
  const [from, to] = compared?.days ?? bundle.frame.course;
  const range = t("period.range", { from: format.day(from), to: format.day(to) });
  return (
    <Figure
      title={title}
      unit={compared?.unit ?? ""}
      period={range}
      table={compared?.table}
      painter={snapshotPainter(snapshot?.take ?? null)}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={compared?.isEmpty ?? false}
      emptyMessage={t("peers.noCourse")}
      className={className}
      why={measures.map(({ meta }) => meta)}
      tools={
        <>
          <GrainChoice />
          {tools}
        </>
      }
      notes={compared && <PeerKey trends={compared.trends} />}
    >
      {compared && (
        <LazyChart
          option={compared.option}
          height={PEERS_HEIGHT}
          label={t("peers.aria", { title, range })}
          onReady={onReady}
        />
      )}
    </Figure>
  );
}
