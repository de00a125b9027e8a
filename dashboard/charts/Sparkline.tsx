import type { SparkPoint } from "./prepareSpark.ts";

const WIDTH = 120;
const HEIGHT = 32;
const PAD = 3;

/** The last twelve month ends of a figure; months without one are gaps. Decoration beside the words: hidden from readers. */
export function Sparkline({ points }: { points: readonly SparkPoint[] }) {
  const known = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const min = Math.min(...known);
  const max = Math.max(...known);
  if (known.length < 2) return <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" />;
  const span = max - min || 1;
  const x = (index: number) => PAD + (index / Math.max(1, points.length - 1)) * (WIDTH - 2 * PAD);
  const y = (value: number) => HEIGHT - PAD - ((value - min) / span) * (HEIGHT - 2 * PAD);
  const path = points.reduce((drawn, { value }, index) => {
    if (value === null) return drawn;
    const isStart = index === 0 || points[index - 1]?.value === null;
    return `${drawn}${isStart ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
  }, "");
  const last = points.findLastIndex((point) => point.value !== null);
  const end = points[last]?.value ?? null;
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path className="spark-base" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
      <path className="spark-line" d={path} />
      {end !== null && <path className="spark-end" d={`M${x(last)} ${y(end)}h.01`} />}
    </svg>
  );
}
