import type { FigureColumn } from "../charts/figureTable.ts";
import type { PeerTrend } from "./preparePeerTrend.ts";

interface Measure {
  trend: PeerTrend;
  title: string;
  isShare: boolean;
}
interface Words {
  /** The column of an area's figures. */
  of(measure: string, area: string): string;
  /** The column of what is drawn in their place. */
  index(measure: string, area: string): string;
}

/** Columns of a figure's table and their cells: of each measure every area as told and, where a pace is drawn, that too. */
export function peerColumns(
  measures: readonly Measure[],
  { of, index }: Words,
): { columns: FigureColumn[]; cells: (number | null)[][] } {
  const series = measures.flatMap(({ trend, title, isShare }) =>
    trend.lines.flatMap(({ name, told, drawn }) => [
      { label: of(title, name), kind: isShare ? ("share" as const) : ("number" as const), values: told },
      ...(trend.isIndexed ? [{ label: index(title, name), kind: "number" as const, values: drawn }] : []),
    ]),
  );
  const days = measures[0]?.trend.days ?? [];
  return {
    columns: series.map(({ label, kind }) => ({ label, kind })),
    cells: days.map((_, day) => series.map(({ values }) => values[day] ?? null)),
  };
}
