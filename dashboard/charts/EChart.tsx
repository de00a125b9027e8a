import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

// The only file that imports echarts, and only the parts that are drawn with. Loaded when the first chart is.
use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = EChartsCoreOption;
/** The chart as a picture, for downloads. */
export type Snapshot = () => HTMLCanvasElement;

interface Props {
  option: ChartOption;
  /** What the chart shows, in words, for those who do not see it. */
  label: string;
  height: number;
  onReady(snapshot: Snapshot): void;
}

/** Draws what it is given and decides nothing. */
export default function EChart({ option, label, height, onReady }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);

  useEffect(() => {
    if (!box.current) return;
    const created = init(box.current, null, { renderer: "canvas" });
    chart.current = created;
    onReady(() => created.renderToCanvas({ pixelRatio: 2 }));
    const watcher = new ResizeObserver(() => created.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      created.dispose();
      chart.current = null;
    };
  }, [onReady]);

  useEffect(() => {
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    chart.current?.setOption({ ...option, animation: !isStill, animationDuration: 200 }, { notMerge: true });
  }, [option]);

  return <div ref={box} className="echart" role="img" aria-label={label} style={{ blockSize: height }} />;
}
