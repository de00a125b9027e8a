import { ErrorPanel } from "../../app/ErrorPanel.tsx";
import { ViewLink } from "../../app/ViewLink.tsx";
import { KpiCard } from "../../charts/KpiCard.tsx";
import { type Kpi, prepareKpis } from "../../charts/prepareKpis.ts";
import { useTargetStates } from "../../charts/useTargetStates.ts";
import type { Frame } from "../../data/frame.ts";
import { useNewestDays } from "../../data/useReference.ts";
import { useText } from "../../messages/useText.ts";
import { prepareDataTime } from "./prepareDataTime.ts";
import { isNothing, type Subject, subjects, useSubject } from "./subjects.ts";
import "../../theme/overview.css";

/** One headline figure per subject area that tells of the chosen area, each opening its page. */
export function SubjectCards({ frame }: { frame: Frame }) {
  const { t } = useText();
  const told = subjects.filter((subject) => subject.figure(frame) !== null);
  return (
    <section className="kpis subjects" data-count={told.length} aria-label={t("overview.subjects")}>
      {told.map((subject) => (
        <SubjectCard key={subject.name} subject={subject} frame={frame} />
      ))}
    </section>
  );
}

function SubjectCard({ subject, frame }: { subject: Subject; frame: Frame }) {
  const { t, format } = useText();
  const bundle = useSubject(subject, frame);
  const targets = useTargetStates(bundle.frame);
  const newestDays = useNewestDays();
  const { data } = bundle;
  const figure = subject.figure(bundle.frame);
  const dataTime = newestDays && prepareDataTime(subject.sources, newestDays, bundle.frame.asOf);
  // Counts over a source that was never loaded are zero in the model; here they are missing.
  const rows = dataTime === null ? undefined : data;
  const [kpi] = figure
    ? prepareKpis([figure.card], rows?.current, rows?.previous, rows?.history ?? [], () => figure.meta, targets)
    : [];
  if (bundle.error && !data) {
    return (
      <div className="kpi-cell subject-error">
        <h2>{t(subject.name)}</h2>
        <ErrorPanel error={bundle.error} retry={bundle.retry} />
      </div>
    );
  }
  if (!kpi) return null;
  const nothing = data && isNothing(figure?.card, data.current) ? subject.nothing : null;
  const basis = legalBasisOf(kpi);
  const deadline = kpi.target?.deadline ? t("overview.deadline", { day: format.day(kpi.target.deadline) }) : null;
  const detail = [deadline, basis].filter((part) => part !== null).join(" · ");
  return (
    <div className={bundle.isOld ? "kpi-cell is-old" : "kpi-cell"}>
      <KpiCard
        kpi={kpi}
        subject={<ViewLink to={{ page: subject.page }}>{t(subject.name)}</ViewLink>}
        asOf={dataTime ?? null}
        compare={bundle.frame.compare}
        detail={detail}
        isPending={!data || dataTime === undefined}
        {...(nothing && { missing: t(nothing) })}
      />
    </div>
  );
}

/** The document that sets the target, without what it goes on to say. */
function legalBasisOf({ target, meta }: Kpi): string | null {
  const basis = target?.legalBasis ?? meta.target?.legalBasis;
  return basis === undefined ? null : (basis.split(",")[0] ?? null);
}
