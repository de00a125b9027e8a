import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

// The only file that imports echarts, and only the parts that are drawn with. Loaded when the first chart is.
use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer, SVGRenderer]);

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
  /** A column was chosen, by its place: anywhere above or below what is drawn of it. */
  onColumn?(index: number): void;
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
export default function EChart({ option, label, height, onReady, onColumn }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);

  useEffect(() => {
    if (!box.current) return;
    const created = init(box.current, null, { renderer: "canvas" });
    chart.current = created;
    onReady(snapshotOf(created));
    const watcher = new ResizeObserver(() => created.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      created.dispose();
      chart.current = null;
    };
  }, [onReady]);

  useEffect(() => {
    const drawn = chart.current;
    if (!drawn || !onColumn) return;
    const onClick = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
      const point = [offsetX, offsetY];
      const [column] = drawn.containPixel("grid", point) ? drawn.convertFromPixel({ seriesIndex: 0 }, point) : [];
      if (column !== undefined) onColumn(column);
    };
    const surface = drawn.getZr();
    surface.on("click", onClick);
    return () => void surface.off("click", onClick);
  }, [onColumn]);

  useEffect(() => {
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    chart.current?.setOption({ ...option, animation: !isStill, animationDuration: 200 }, { notMerge: true });
  }, [option]);

  return (
    <div
      ref={box}
      className={onColumn ? "echart can-choose" : "echart"}
      role="img"
      aria-label={label}
      style={{ blockSize: height }}
    />
  );
}
