import { BulletBar } from "../../charts/BulletBar.tsx";
import { barsPainter } from "../../charts/barsPainter.ts";
import { ChooseButton } from "../../charts/ChooseButton.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { RowsMenu } from "../../charts/RowsMenu.tsx";
import { StateMark } from "../../charts/StateMark.tsx";
import { useText } from "../../messages/useText.ts";
import { cellOf } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import { gradedFacilities, payments, type useGrades } from "./payments.ts";
import { type GradeBar, prepareGrades } from "./prepareReadiness.ts";

/** Hospitals ready for cashless payment by grade; the line of the target stands where it applies. */
export function GradeFigure({ bundle }: { bundle: ReturnType<typeof useGrades> }) {
  const { t, format } = useText();
  // The target is of all hospitals of these grades, not of a part of them.
  const isPart = bundle.frame.only.some(([name]) => gradedFacilities.every(([known]) => known !== name));
  const target = isPart ? null : payments.meta("cashless_ready_hospital_rate").target;
  const bars = prepareGrades(bundle.data?.grades ?? [], target?.value ?? null);
  return (
    <Figure
      title={t("payments.grades.title")}
      unit={t("payments.grades.unit")}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={
        bundle.data && {
          columns: [
            { label: t("payments.grades.grade"), kind: "text" },
            { label: t("payments.grades.ready"), kind: "number" },
            { label: t("payments.grades.hospitals"), kind: "number" },
            { label: t("payments.grades.rate"), kind: "share" },
          ],
          rows: bars.map((bar) => [t(`payments.grade.${bar.grade}`), bar.ready, bar.hospitals, bar.rate]),
        }
      }
      painter={barsPainter(
        bars.map((bar) => ({
          label: t(`payments.grade.${bar.grade}`),
          value: format.percent(bar.rate),
          share: bar.rate,
          detail: t("payments.readyOf", { ready: format.integer(bar.ready), all: format.integer(bar.hospitals) }),
          tone: bar.isAimed ? "accent" : "muted",
        })),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={bars.length === 0}
      emptyMessage={t(bundle.frame.only.length > 0 ? "only.empty" : "payments.grades.empty")}
      className="span-5"
      by={["grade"]}
      why={[payments.meta("cashless_ready_rate")]}
      whyWhere={gradedFacilities}
      notes={
        target && <p>{t("payments.grades.note", { target: format.percent(target.value), basis: target.legalBasis })}</p>
      }
    >
      <ol className="grades">
        {bars.map((bar) => (
          <Row key={bar.grade} bar={bar} target={target?.value ?? null} />
        ))}
      </ol>
    </Figure>
  );
}

function Row({ bar, target }: { bar: GradeBar; target: number | null }) {
  const { t, format } = useText();
  return (
    <li className={bar.isAimed ? "grade-row" : "grade-row grade-other"}>
      <span className="grade-name">
        <ChooseButton dimension="grade" value={bar.grade} within={gradedFacilities}>
          {t(`payments.grade.${bar.grade}`)}
        </ChooseButton>
      </span>
      <BulletBar share={bar.rate} target={bar.isAimed ? target : null} />
      <span className="grade-value">
        <RowsMenu dimension="grade" value={bar.grade} within={gradedFacilities} of={t(`payments.grade.${bar.grade}`)}>
          {format.percent(bar.rate)}
        </RowsMenu>
      </span>
      <span className="grade-count">
        {t("payments.readyOf", { ready: format.integer(bar.ready), all: format.integer(bar.hospitals) })}
      </span>
      <span className="grade-state">{bar.state && <StateMark state={bar.state} />}</span>
      <WhyButton
        cell={cellOf(payments.meta("cashless_ready_rate"), {
          where: [...gradedFacilities, ["grade", [bar.grade]]],
        })}
        of={t(`payments.grade.${bar.grade}`)}
      />
    </li>
  );
}
