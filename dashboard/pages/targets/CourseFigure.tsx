import { useMemo, useState } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import type { Snapshot } from "../../charts/EChart.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { LazyChart, snapshotPainter } from "../../charts/LazyChart.tsx";
import type { Frame } from "../../data/frame.ts";
import { useText } from "../../messages/useText.ts";
import { usePalette } from "../../theme/usePalette.ts";
import { courseOption } from "./courseOption.ts";
import { prepareCourse } from "./prepareCourse.ts";
import type { Target } from "./prepareTargets.ts";
import { courseOf, useCourse } from "./targets.ts";
import { whyTarget } from "./whyTarget.ts";
import { writeOutlook, writeValue } from "./writeTarget.ts";

interface Props {
  frame: Frame;
  /** The most urgent first: it is the one shown unless the reader chooses another. */
  targets: readonly Target[];
}

/** How one target has come to where it stands, and where its pace leads. */
export function CourseFigure({ frame, targets }: Props) {
  const [asked, setAsked] = useState<string | null>(null);
  const target = targets.find(({ code }) => code === asked) ?? targets[0];
  const bundle = useCourse(frame, target?.row);
  return target ? <Chart target={target} targets={targets} bundle={bundle} onChoose={setAsked} /> : null;
}

interface ChartProps {
  target: Target;
  targets: readonly Target[];
  bundle: ReturnType<typeof useCourse>;
  onChoose(code: string): void;
}

function Chart({ target, targets, bundle, onChoose }: ChartProps) {
  const { t, format } = useText();
  const palette = usePalette();
  const [snapshot, setSnapshot] = useState<{ take: Snapshot } | null>(null);
  const [onReady] = useState(() => (take: Snapshot) => setSnapshot({ take }));
  // The course of the target before stays until the new one's comes: it must not be drawn to the new one's goal.
  const course = useMemo(
    () => (bundle.data && !bundle.isOld ? prepareCourse(bundle.data.course, target) : null),
    [bundle.data, bundle.isOld, target],
  );
  const option = useMemo(
    () =>
      course &&
      courseOption(course, palette, format, {
        value: t("targets.course.value"),
        forecast: t("targets.course.forecast"),
        needed: t("targets.course.needed"),
        target: t(target.isFalling ? "targets.course.atMost" : "targets.course.target", {
          target: writeValue(course.target, target, format),
        }),
        deadline: t("targets.due", { day: format.day(course.deadline) }),
        write: (value) => writeValue(value, target, format),
      }),
    [course, palette, target, t, format],
  );
  const [from, to] = courseOf(target.row.valid_from, bundle.frame.asOf).days;
  const outlook = writeOutlook(target, format, t);
  const hasForecast = (course?.forecast.length ?? 0) > 0;
  return (
    <Figure
      title={t("targets.course")}
      unit={target.name}
      period={t("period.range", { from: format.day(from), to: format.day(to) })}
      table={
        course
          ? {
              columns: [
                { label: t("targets.valueDate"), kind: "day" },
                { label: target.name, kind: target.isShare ? "share" : "number" },
              ],
              rows: course.points.map(({ day, value }) => [day, value]).reverse(),
              whyOf: (row) => {
                const day = course.points.at(-1 - row)?.day;
                return day === undefined ? null : whyTarget(target, day);
              },
            }
          : undefined
      }
      painter={snapshotPainter(snapshot?.take ?? null)}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={course !== null && course.points.length === 0}
      emptyMessage={outlook}
      className="span-12"
      tools={
        <ChoicePicker
          name={t("targets.indicator")}
          value={target.code}
          options={targets.map(({ code, name }) => ({ value: code, label: name }))}
          onChoose={onChoose}
        />
      }
      notes={
        <>
          <p className="verdict">
            {target.name}: {outlook}.
          </p>
          <ul className="key">
            <li>
              <i className="key-line" aria-hidden="true" /> {t("targets.course.value")}
            </li>
            {hasForecast && (
              <li>
                <i className="key-line key-dashed" aria-hidden="true" /> {t("targets.course.band")}
              </li>
            )}
            {course?.needed && (
              <li>
                <i className="key-line key-dotted" aria-hidden="true" /> {t("targets.course.needed")}
              </li>
            )}
          </ul>
        </>
      }
    >
      {option && (
        <LazyChart option={option} label={t("targets.course.aria", { name: target.name, outlook })} onReady={onReady} />
      )}
    </Figure>
  );
}
