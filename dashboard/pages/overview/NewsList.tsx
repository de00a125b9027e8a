import { ViewLink } from "../../app/ViewLink.tsx";
import { prepareKpis } from "../../charts/prepareKpis.ts";
import { type Frame, isSameScene } from "../../data/frame.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { Bundle } from "../../data/useBundle.ts";
import { useNewestDays } from "../../data/useReference.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { useText } from "../../messages/useText.ts";
import { pageNames } from "../pages.ts";
import { vaccination } from "../vaccination/vaccination.ts";
import { prepareDataTime } from "./prepareDataTime.ts";
import { prepareFurthestBehind, prepareNews } from "./prepareNews.ts";
import { isNothing, type Subject, subjects, useSubject } from "./subjects.ts";

interface Props {
  frame: Frame;
  parts: Bundle<{ children: readonly FigureRow[] }>;
  totals: Bundle<{ current: FigureRow | undefined }>;
}

/** Bản tin: a sentence on each subject, and on who is furthest behind in verification, each opening its page. */
export function NewsList({ frame, parts, totals }: Props) {
  const { t } = useText();
  return (
    <section className="news" aria-labelledby="news">
      <h2 id="news">{t("overview.news")}</h2>
      <ul>
        {subjects
          .filter((subject) => subject.figure(frame) !== null)
          .map((subject) => (
            <li key={subject.name}>
              <SubjectNews subject={subject} frame={frame} />
            </li>
          ))}
        {frame.area.level !== "commune" && (
          <li>
            <FurthestBehind bundle={parts} totals={totals} />
          </li>
        )}
      </ul>
    </section>
  );
}

function SubjectNews({ subject, frame }: { subject: Subject; frame: Frame }) {
  const { t, format, language } = useText();
  const { data, frame: shown } = useSubject(subject, frame);
  const newestDays = useNewestDays();
  const figure = subject.figure(shown);
  if (!data || !newestDays || !figure) return null;
  const { meta, card } = figure;
  const [kpi] = prepareKpis([card], data.current, data.previous, [], () => meta);
  if (!kpi) return null;
  const { value, change } = kpi;
  const isNone = subject.nothing !== null && isNothing(card, data.current);
  const dataTime = prepareDataTime(subject.sources, newestDays, shown.asOf);
  const difference = change ? Math.abs(change.difference) : 0;
  const sentence = t(isNone ? "overview.news.nothing" : prepareNews({ value, change, dataTime, asOf: shown.asOf }), {
    subject: t(subject.name),
    measure: meta.title[language],
    value: formatMeasure(value, meta, format, "short"),
    amount: change?.isShare ? format.points(difference).replace(/^\+/, "") : format.compact(difference),
    compared: format.day(shown.compare),
    day: format.day(dataTime),
    nothing: subject.nothing === null ? "" : t(subject.nothing),
  });
  const page = pageNames.find((name) => name === subject.page);
  return page === undefined ? sentence : <ViewLink to={{ page }}>{sentence}</ViewLink>;
}

function FurthestBehind({ bundle, totals }: { bundle: Props["parts"]; totals: Props["totals"] }) {
  const { t, format, language } = useText();
  const columns = vaccination.placesBelow(bundle.frame);
  const meta = vaccination.meta("verified_dose_rate");
  if (!bundle.data || !columns || !isSameScene(totals.data?.frame, bundle.data.frame)) return null;
  const areas = bundle.data.children.map((row) => ({
    code: textIn(row, columns.code),
    name: textIn(row, columns.name),
    value: numberIn(row, meta.name),
  }));
  const last = prepareFurthestBehind(areas, numberIn(totals.data?.current, meta.name));
  if (last === null) return null;
  return (
    <ViewLink to={{ page: "vaccination", measure: meta.name }}>
      {t("overview.news.furthest", {
        measure: meta.title[language],
        names: last.names.slice(0, 3).join(", "),
        more: Math.max(0, last.names.length - 3),
        value: format.percent(last.value),
        behind: format.points(last.behind).replace(/^\+/, ""),
      })}
    </ViewLink>
  );
}
