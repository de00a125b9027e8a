import { useCallback, useState } from "react";
import type { Painter } from "./download.ts";
import type { Snapshot } from "./EChart.tsx";
import { snapshotPainter } from "./LazyChart.tsx";

/** The charts of a figure that has several, each by its name, for downloads. */
export function useSnapshots(): {
  painterOf(name: string): Painter | null;
  onReady(name: string, snapshot: Snapshot): void;
} {
  const [snapshots, setSnapshots] = useState<ReadonlyMap<string, Snapshot>>(new Map());
  const onReady = useCallback(
    (name: string, snapshot: Snapshot) => setSnapshots((known) => new Map(known).set(name, snapshot)),
    [],
  );
  return { painterOf: (name) => snapshotPainter(snapshots.get(name) ?? null), onReady };
}
