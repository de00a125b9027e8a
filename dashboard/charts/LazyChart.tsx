import { Suspense } from "react";
import { lazyPart } from "../app/lazyPart.ts";
import { useText } from "../messages/useText.ts";
import type { Painter } from "./download.ts";
import type { ChartOption, Snapshot } from "./EChart.tsx";

const load = () => import("./EChart.tsx");
const EChart = lazyPart(load);
// A page with charts needs it: it comes beside the first answers, not after them. Where it fails, drawing asks again and says so.
load().catch(() => undefined);

interface Props {
  option: ChartOption;
  label: string;
  height?: number;
  onReady(snapshot: Snapshot): void;
  onPick?: (index: number) => void;
}

/** A chart whose library is fetched when the first one is drawn. */
export function LazyChart({ option, label, height = 300, onReady, onPick }: Props) {
  const { t } = useText();
  return (
    <Suspense
      fallback={
        <div className="skeleton" role="status" aria-label={t("state.loading")} style={{ minBlockSize: height }} />
      }
    >
      <EChart option={option} label={label} height={height} onReady={onReady} onPick={onPick} />
    </Suspense>
  );
}

/** Puts the chart's own picture into a download; null until there is one. */
export function snapshotPainter(snapshot: Snapshot | null): Painter | null {
  if (!snapshot) return null;
  const heightAt = (width: number) => (snapshot.size().height / snapshot.size().width) * width;
  return {
    height: heightAt,
    paint: (pen, width) => pen.chart(snapshot, width, heightAt(width)),
  };
}
