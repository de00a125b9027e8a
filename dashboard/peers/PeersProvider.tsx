import { type ReactNode, useMemo } from "react";
import { useView } from "../app/ViewProvider.tsx";
import { PeersContext } from "../data/usePeers.ts";
import { useAreas, useParent } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { resolvePeers } from "../url/peers.ts";
import { namePeers } from "./namePeers.ts";

/** Tells every figure of the screen which areas it is to be compared with. */
export function PeersProvider({ children }: { children: ReactNode }) {
  const { t } = useText();
  const { view } = useView();
  const parent = useParent(view.area, view.structure);
  const peers = useMemo(() => resolvePeers(view.peers, view.area, parent), [view.peers, view.area, parent]);
  const found = useAreas([view.area, ...peers], view.structure);
  const isWaiting = view.peers.includes("parent") && view.area.level !== "nation" && parent === undefined;
  const value = useMemo(
    () => ({ ...namePeers(view.area, peers, found, t("area.nation")), isWaiting }),
    [view.area, peers, found, isWaiting, t],
  );
  return <PeersContext value={value}>{children}</PeersContext>;
}
