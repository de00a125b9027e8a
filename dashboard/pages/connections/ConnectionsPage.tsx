import type { ReactNode } from "react";
import "../../theme/connections.css";
import { MappingNote } from "../../app/MappingNote.tsx";
import { PageHead } from "../../app/PageHead.tsx";
import { KpiRow } from "../../charts/KpiRow.tsx";
import { useChildren, useMapping, usePeerTotals } from "../../data/bundles.ts";
import { isSameScene } from "../../data/frame.ts";
import { metaWithin } from "../../data/metaWithin.ts";
import { besideItsOwn, keptOf } from "../../data/narrowing.ts";
import { FacilityFigure } from "../../facilities/FacilityFigure.tsx";
import { useFacilities } from "../../facilities/useFacilities.ts";
import { AreaComparison } from "../../map/AreaComparison.tsx";
import { useText } from "../../messages/useText.ts";
import { PeerTrendFigure } from "../../peers/PeerTrendFigure.tsx";
import { usePeerFigures } from "../../peers/usePeerFigures.ts";
import { AreaTable } from "../../table/AreaTable.tsx";
import type { PageProps } from "../pages.ts";
import {
  cardsOf,
  connectionFacilities,
  connections,
  useConnectionTotals,
  useHistory,
  useLinks,
  useStreams,
} from "./connections.ts";
import { LinkMatrixFigure } from "./LinkMatrixFigure.tsx";
import { prepareHeadline } from "./prepareHeadline.ts";
import { prepareStreams } from "./prepareStreams.ts";
import { StreamFigure } from "./StreamFigure.tsx";

/** Kết nối dữ liệu: which facilities are connected to which stream, and what becomes of what they send. */
export default function ConnectionsPage({ frame }: PageProps): ReactNode {
  const totals = useConnectionTotals(frame);
  const history = useHistory(frame);
  const streams = useStreams(frame);
  const links = useLinks(frame);
  const children = useChildren(connections, frame);
  const peers = usePeerTotals(connections, frame);
  const besideOf = usePeerFigures(connections, peers, totals);
  const facilities = useFacilities(connectionFacilities, frame);
  const mapping = useMapping(connections, frame, "facilities_to_connect", "area_mapping");
  const sentences = useSentences(totals, streams);
  return (
    <>
      <PageHead figures={totals} sentences={sentences} />
      <KpiRow
        cards={cardsOf(totals.frame)}
        meta={connections.meta}
        totals={totals}
        history={history}
        detailOf={() => null}
        besideOf={besideOf}
      />
      <div className="page-grid">
        <StreamFigure bundle={streams} />
        <PeerTrendFigure of={connections} frame={frame} />
        <LinkMatrixFigure bundle={links} />
        {frame.area.level !== "commune" && <AreaComparison of={connections} bundle={children} totals={totals} />}
        <AreaTable of={connections} bundle={children} totals={totals} peers={peers} />
        <FacilityFigure spec={connectionFacilities} bundle={facilities} />
      </div>
      <MappingNote bundle={mapping} measure={connections.meta("facilities_to_connect")} />
    </>
  );
}

function useSentences(
  totals: ReturnType<typeof useConnectionTotals>,
  streams: ReturnType<typeof useStreams>,
): string[] {
  const { t, format } = useText();
  const frame = totals.data?.frame;
  // The streams come all, for the reader to choose another; the sentence is of those chosen.
  if (!frame || !isSameScene(besideItsOwn(frame, "stream"), streams.data?.frame)) return [];
  const kept = keptOf(frame.only, "stream");
  const target = metaWithin(connections.meta("programme_connected_rate"), streams.frame.only).target?.value ?? null;
  const bars = prepareStreams(streams.data?.streams ?? [], target).filter(
    ({ stream }) => kept.length === 0 || kept.includes(stream),
  );
  const acceptance = totals.data?.current?.acceptance_rate ?? null;
  const nameOf = (stream: (typeof bars)[number]["stream"]) => t(`connections.stream.${stream}`);
  return prepareHeadline(bars, acceptance, nameOf, format).map(({ key, values }) => t(key, values));
}
