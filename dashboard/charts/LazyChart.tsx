import { lazy, Suspense } from "react";
import { useText } from "../messages/useText.ts";
import type { Painter } from "./download.ts";
import type { ChartOption, Snapshot } from "./EChart.tsx";

const EChart = lazy(() => import("./EChart.tsx"));

interface Props {
  option: ChartOption;
  label: string;
  height?: number;
  onReady(snapshot: Snapshot): void;
}

/** A chart whose library is fetched when the first one is drawn. */
export function LazyChart({ option, label, height = 300, onReady }: Props) {
  const { t } = useText();
  return (
    <Suspense
      fallback={
        <div className="skeleton" role="status" aria-label={t("state.loading")} style={{ blockSize: height }} />
      }
    >
      <EChart option={option} label={label} height={height} onReady={onReady} />
    </Suspense>
  );
}

/** Puts the chart's own picture into a download. */
export function snapshotPainter(snapshot: Snapshot | null): Painter | undefined {
  if (!snapshot) return undefined;
  const heightAt = (picture: HTMLCanvasElement, width: number) => (picture.height / picture.width) * width;
  return {
    height: (width) => heightAt(snapshot(), width),
    paint(context, width) {
      const picture = snapshot();
      context.drawImage(picture, 0, 0, width, heightAt(picture, width));
    },
  };
}
