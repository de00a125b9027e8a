import { type ReactNode, useMemo } from "react";
import { PageHead } from "../../app/PageHead.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { FunnelFigure } from "../../charts/FunnelFigure.tsx";
import { KpiRow } from "../../charts/KpiRow.tsx";
import { PartsFigure } from "../../charts/PartsFigure.tsx";
import { measuresIn, prepareFunnel } from "../../charts/prepareFunnel.ts";
import { TrendFigure } from "../../charts/TrendFigure.tsx";
import { useChildren, usePeerTotals } from "../../data/bundles.ts";
import { useParts } from "../../data/useParts.ts";
import { usePeers } from "../../data/usePeers.ts";
import { AreaComparison } from "../../map/AreaComparison.tsx";
import { useText } from "../../messages/useText.ts";
import { PeerTrendFigure } from "../../peers/PeerTrendFigure.tsx";
import { usePeerFigures } from "../../peers/usePeerFigures.ts";
import { AreaTable } from "../../table/AreaTable.tsx";
import type { PageProps } from "../pages.ts";
import { ProceduresFigure } from "./ProceduresFigure.tsx";
import { prepareHeadline } from "./prepareHeadline.ts";
import {
  cardsOf,
  dossierSteps,
  levelMeasures,
  procedureStages,
  publicServices,
  tableGroups,
  useDossiers,
  useHistory,
  useProcedures,
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
  const levels = useParts(publicServices, frame, levelMeasures, ["handling_level"]);
  const procedures = useProcedures(frame);
  const isNation = totals.frame.area.level === "nation";
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
        {isNation && (
          <>
            <StagesFigure totals={totals} />
            <PartsFigure
              bundle={levels}
              measure={publicServices.meta("full_online_rate")}
              count={publicServices.meta("procedures")}
            />
          </>
        )}
        <DossiersFigure totals={totals} />
        <PartsFigure
          bundle={levels}
          measure={publicServices.meta("on_time_rate")}
          count={publicServices.meta("dossiers_resolved")}
          isOfPeriod
        />
        <div className="span-12 pair">
          <DossierTrend bundle={dossiers} kind="received" />
          <DossierTrend bundle={dossiers} kind="resolved" />
        </div>
        <ProceduresFigure bundle={procedures} />
        <PeerTrendFigure of={publicServices} frame={frame} />
        {frame.area.level === "nation" && (
          <AreaComparison of={publicServices} bundle={children} totals={totals} isOfPeriod />
        )}
        {(frame.area.level === "nation" || isCompared) && (
          <AreaTable of={publicServices} layout={tableGroups} bundle={children} totals={totals} peers={peers} />
        )}
      </div>
    </>
  );
}

type Totals = ReturnType<typeof useServiceTotals>;

function StagesFigure({ totals }: { totals: Totals }) {
  const { t } = useText();
  return (
    <FunnelFigure
      title={t("publicServices.stages.title")}
      unit={t("measureUnit.procedure")}
      bundle={totals}
      steps={prepareFunnel(totals.data?.current, procedureStages)}
      words={{
        step: (name) => t(`publicServices.stage.${name}`),
        loss: (name) => t(`publicServices.stage.loss.${name}`),
      }}
      why={measuresIn(procedureStages).map(publicServices.meta)}
    />
  );
}

function DossiersFigure({ totals }: { totals: Totals }) {
  const { t, format } = useText();
  const [from, to] = totals.frame.period;
  return (
    <FunnelFigure
      title={t("publicServices.dossiers.title")}
      unit={t("measureUnit.dossier")}
      period={t("period.range", { from: format.day(from), to: format.day(to) })}
      bundle={totals}
      steps={prepareFunnel(totals.data?.current, dossierSteps)}
      words={{
        step: (name) => t(`publicServices.dossier.${name}`),
        loss: (name) => t(`publicServices.dossier.loss.${name}`),
      }}
      why={measuresIn(dossierSteps).map(publicServices.meta)}
      notes={<p>{t("publicServices.dossiers.note")}</p>}
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

/** The dossiers over time, and how many of them as they should be. */
function DossierTrend({ bundle, kind }: DossierProps) {
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
