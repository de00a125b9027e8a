import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

// The only file that imports echarts, and only the parts that are drawn with. Loaded when the first chart is.
use([
  BarChart,
  LineChart,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
  SVGRenderer,
]);

export type ChartOption = EChartsCoreOption;
/** The chart as it stands, for downloads. */
export interface Snapshot {
  size(): { width: number; height: number };
  picture(): HTMLCanvasElement;
  /** As SVG, with its size. */
  drawing(): [svg: string, size: { width: number; height: number }];
}

interface Props {
  option: ChartOption;
  /** What the chart shows, in words, for those who do not see it. */
  label: string;
  height: number;
  onReady(snapshot: Snapshot): void;
  /** A place on the axis of names was pressed: the how-many-eth. */
  onPick?: ((index: number) => void) | undefined;
}

function snapshotOf(chart: ReturnType<typeof init>): Snapshot {
  const size = () => ({ width: chart.getWidth(), height: chart.getHeight() });
  return {
    size,
    picture: () => chart.renderToCanvas({ pixelRatio: 2 }),
    drawing: () => {
      const drawn = init(null, null, { renderer: "svg", ssr: true, ...size() });
      drawn.setOption({ ...chart.getOption(), animation: false });
      const svg = drawn.renderToSVGString();
      drawn.dispose();
      return [svg, size()];
    },
  };
}

/** Draws what it is given and decides nothing. */
export default function EChart({ option, label, height, onReady, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);

  useEffect(() => {
    if (!box.current) return;
    const created = init(box.current, null, { renderer: "canvas" });
    chart.current = created;
    onReady(snapshotOf(created));
    const watcher = new ResizeObserver(() => created.resize());
    watcher.observe(box.current);
    // No observer is told of the sheet before the page is on it.
    const paper = window.matchMedia("print");
    const fit = () => {
      created.resize();
      created.getZr().flush();
    };
    paper.addEventListener("change", fit);
    return () => {
      watcher.disconnect();
      paper.removeEventListener("change", fit);
      created.dispose();
      chart.current = null;
    };
  }, [onReady]);

  useEffect(() => {
    const isStill = window.matchMedia("print, (prefers-reduced-motion: reduce)").matches;
    chart.current?.setOption({ ...option, animation: !isStill, animationDuration: 200 }, { notMerge: true });
    // What goes on paper is taken at once, without waiting for the next frame.
    if (isStill) chart.current?.getZr().flush();
  }, [option]);

  useEffect(() => {
    const drawn = chart.current;
    if (!drawn || !onPick) return;
    const pick = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
      if (!drawn.containPixel("grid", [offsetX, offsetY])) return;
      const [index] = drawn.convertFromPixel("grid", [offsetX, offsetY]);
      if (index !== undefined) onPick(Math.round(index));
    };
    drawn.getZr().on("click", pick);
    return () => {
      if (!drawn.isDisposed()) drawn.getZr().off("click", pick);
    };
  }, [onPick]);

  return <div ref={box} className="echart" role="img" aria-label={label} style={{ blockSize: height }} />;
}
