import { type ReactNode, useMemo } from "react";
import { PageHead } from "../../app/PageHead.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { FunnelFigure } from "../../charts/FunnelFigure.tsx";
import { KpiRow } from "../../charts/KpiRow.tsx";
import { prepareFunnel } from "../../charts/prepareFunnel.ts";
import { TrendFigure } from "../../charts/TrendFigure.tsx";
import { useChildren, usePeerTotals } from "../../data/bundles.ts";
import { usePeers } from "../../data/usePeers.ts";
import { AreaComparison } from "../../map/AreaComparison.tsx";
import { useText } from "../../messages/useText.ts";
import { PeerTrendFigure } from "../../peers/PeerTrendFigure.tsx";
import { usePeerFigures } from "../../peers/usePeerFigures.ts";
import { AreaTable } from "../../table/AreaTable.tsx";
import type { PageProps } from "../pages.ts";
import { prepareHeadline } from "./prepareHeadline.ts";
import {
  cardsOf,
  procedureStages,
  publicServices,
  tableGroups,
  useDossiers,
  useHistory,
  useServiceTotals,
} from "./publicServices.ts";

/** Dịch vụ công trực tuyến: procedures by stage online, and what becomes of the dossiers. */
export default function PublicServicesPage({ frame }: PageProps): ReactNode {
  const { t, format } = useText();
  const { view } = useView();
  const totals = useServiceTotals(frame);
  const history = useHistory(frame);
  const dossiers = useDossiers(frame, view.grain);
  const children = useChildren(publicServices, frame);
  const peers = usePeerTotals(publicServices, frame);
  const isCompared = usePeers().peers.length > 0;
  const besideOf = usePeerFigures(publicServices, peers, totals);
  const sentences = prepareHeadline(totals.data?.current, format).map(({ key, values }) => t(key, values));
  return (
    <>
      <PageHead figures={totals} sentences={sentences} />
      <KpiRow
        cards={cardsOf(totals.frame)}
        meta={publicServices.meta}
        totals={totals}
        history={history}
        detailOf={() => null}
        besideOf={besideOf}
      />
      <div className="page-grid">
        {totals.frame.area.level === "nation" && <StagesFigure totals={totals} />}
        <DossierFigure bundle={dossiers} kind="received" />
        {totals.frame.area.level !== "nation" && <DossierFigure bundle={dossiers} kind="resolved" />}
        <PeerTrendFigure of={publicServices} frame={frame} />
        {frame.area.level === "nation" && <AreaComparison of={publicServices} bundle={children} totals={totals} />}
        {(frame.area.level === "nation" || isCompared) && (
          <AreaTable of={publicServices} layout={tableGroups} bundle={children} totals={totals} peers={peers} />
        )}
      </div>
    </>
  );
}

function StagesFigure({ totals }: { totals: ReturnType<typeof useServiceTotals> }) {
  const { t } = useText();
  return (
    <FunnelFigure
      title={t("publicServices.stages.title")}
      unit={t("measureUnit.procedure")}
      bundle={totals}
      steps={prepareFunnel(totals.data?.current, procedureStages)}
      words={{ step: (name) => t(`publicServices.stage.${name}`), loss: () => "" }}
      why={procedureStages.map(({ measure }) => publicServices.meta(measure))}
    />
  );
}

const dossierMeasures = {
  received: ["dossiers_received", "dossiers_online"],
  resolved: ["dossiers_resolved", "dossiers_on_time"],
} as const;

interface DossierProps {
  bundle: ReturnType<typeof useDossiers>;
  kind: keyof typeof dossierMeasures;
}

/** Reports tell of the province and no unit below it: below the nation the dossiers over time are all there is. */
function DossierFigure({ bundle, kind }: DossierProps) {
  const { t, language } = useText();
  const series = useMemo(() => {
    const of = (measure: (typeof dossierMeasures)[typeof kind][number]) => {
      const meta = publicServices.meta(measure);
      return { meta, name: meta.title[language] };
    };
    const [whole, part] = dossierMeasures[kind];
    return [of(whole), of(part)] as const;
  }, [kind, language]);
  return (
    <TrendFigure
      title={t(`publicServices.dossiers.${kind}`)}
      unit={t("measureUnit.dossier")}
      describe={(range) => t("publicServices.dossiers.aria", { title: t(`publicServices.dossiers.${kind}`), range })}
      series={series}
      bundle={bundle}
    />
  );
}
