import "../../theme/facility.css";
import { type ReactNode, useMemo } from "react";
import { FigureContext, useFigureContext } from "../../app/FigureContext.tsx";
import { ViewLink } from "../../app/ViewLink.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { useText } from "../../messages/useText.ts";
import type { PageProps } from "../pages.ts";
import { describeFacility } from "./describeFacility.ts";
import { useFacilityAttributes, useFacilityMonths } from "./facility.ts";
import { ReportsFigure } from "./ReportsFigure.tsx";
import { SubjectFigure } from "./SubjectFigure.tsx";

/** Cơ sở y tế: one facility, what it has sent and its history on every subject. */
export default function FacilityPage({ frame }: PageProps): ReactNode {
  const { view } = useView();
  const { t } = useText();
  if (view.code === null) {
    return (
      <div className="empty-page">
        <h1>{t("page.facility")}</h1>
        <p>
          <ViewLink to={{ page: "resources" }}>{t("facilityPage.choose")}</ViewLink>
        </p>
      </div>
    );
  }
  return <OneFacility code={view.code} frame={frame} />;
}

function OneFacility({ code, frame }: PageProps & { code: string }) {
  const { t } = useText();
  const attributes = useFacilityAttributes(code, frame);
  const months = useFacilityMonths(code, frame);
  const row = attributes.data?.rows.find(({ facilities }) => (facilities ?? 0) > 0) ?? attributes.data?.rows[0];
  const isListed = (row?.facilities ?? 0) > 0;
  const name = row?.facility_name || code;
  const outer = useFigureContext();
  const context = useMemo(
    () => ({ ...outer, areaName: name, filePrefix: `${name}-${frame.asOf}` }),
    [outer, name, frame.asOf],
  );
  const isNowhere =
    attributes.data?.rows.length === 0 && months.every(({ bundle }) => bundle.data && bundle.data.points.length === 0);
  return (
    <FigureContext value={context}>
      <div className="page-head">
        <h1>
          {attributes.data || attributes.error ? (
            <>
              {name} {name !== code && <span className="page-area">· {code}</span>}
            </>
          ) : (
            <span className="pending" role="status" aria-label={t("state.loading")} />
          )}
        </h1>
        <p className="headline" aria-live="polite">
          {row && describeFacility(row, t).join(" · ")}
          {attributes.data && !isListed && t(isNowhere ? "facilityPage.unknown" : "facilityPage.notListed")}
        </p>
      </div>
      {!isNowhere && (
        <div className="page-grid">
          <ReportsFigure
            months={months}
            commune={row?.now_commune_code ? { code: row.now_commune_code, name: row.now_commune_name } : null}
          />
          {months.map((each) => (
            <SubjectFigure key={each.subject} {...each} />
          ))}
        </div>
      )}
    </FigureContext>
  );
}
