import dayjs from "dayjs";
import { type ReactNode, useMemo, useState } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import { Figure } from "../../charts/Figure.tsx";
import type { Frame } from "../../data/frame.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { parseDay } from "../../format/parseDay.ts";
import { useText } from "../../messages/useText.ts";
import { CardTable } from "./CardTable.tsx";
import { prepareRestatements, type Restatement } from "./prepareRestatements.ts";
import { type KnownDays, type Restatable, restatables, useRestatements } from "./restatements.ts";

/** Hours by which the days of Viet Nam, in which knowledge is told, are ahead of UTC. */
const VIETNAM_HOURS = 7;

/** The month before the newest publication, until the reader asks for other days. */
const lastMonth = (publishedAt: string | null): KnownDays => {
  const newest = dayjs(publishedAt ?? undefined);
  const to = dayjs(newest.toISOString().slice(0, 19)).add(VIETNAM_HOURS, "hour");
  return { from: to.subtract(1, "month").format("YYYY-MM-DD"), to: to.format("YYYY-MM-DD") };
};

/** What figures were changed by later files: as known on one day against as known on a later one. */
export function RestatementsFigure({ frame }: { frame: Frame }) {
  const { t, format, language } = useText();
  const [first] = restatables;
  const [name, setName] = useState(first?.name ?? "");
  const [texts, setTexts] = useState(() => {
    const { from, to } = lastMonth(frame.publishedAt);
    return { from: format.day(from), to: format.day(to) };
  });
  const [asked, setAsked] = useState<{ name: string; days: KnownDays } | null>(null);
  const of = (wanted: string) => restatables.find((each) => each.name === wanted) ?? first;
  const shown = of(asked?.name ?? name);
  if (!shown) return null;
  const days = { from: parseDay(texts.from) ?? "", to: parseDay(texts.to) ?? "" };
  const isOrdered = days.from !== "" && days.from < days.to;
  return (
    <Answer
      frame={frame}
      of={shown}
      known={asked?.days ?? null}
      form={
        <form
          className="quality-ask"
          onSubmit={(event) => {
            event.preventDefault();
            if (isOrdered) setAsked({ name, days });
          }}
        >
          <ChoicePicker
            name={t("ranking.measure")}
            value={name}
            options={restatables.map((each) => ({ value: each.name, label: each.meta.title[language] }))}
            onChoose={setName}
          />
          {(["from", "to"] as const).map((end) => (
            <label key={end}>
              {t(`quality.restated.${end}`)}
              <input
                className="field"
                inputMode="numeric"
                autoComplete="off"
                size={10}
                value={texts[end]}
                aria-invalid={!isOrdered}
                onChange={(event) => setTexts({ ...texts, [end]: event.target.value })}
              />
            </label>
          ))}
          <button type="submit" className="button" disabled={!isOrdered}>
            {t("context.show")}
          </button>
        </form>
      }
      period={
        asked
          ? t("quality.restated.period", { from: format.day(asked.days.from), to: format.day(asked.days.to) })
          : t("period.asOf", { day: format.day(frame.asOf) })
      }
    />
  );
}

interface AnswerProps {
  frame: Frame;
  of: Restatable;
  known: KnownDays | null;
  form: ReactNode;
  period: string;
}

function Answer({ frame, of, known, form, period }: AnswerProps) {
  const { t, format, language } = useText();
  const { data, error, refetch } = useRestatements(frame, of, known);
  const rows = useMemo(() => (data ? prepareRestatements(data) : []), [data]);
  const title = t("figure.narrowed", { title: t("quality.restated.title"), to: of.meta.title[language] });
  const write = (value: number | null) => formatMeasure(value, of.meta, format, "full");
  const nameOf = ({ code, name }: Restatement) =>
    code === "VN" ? t("area.nation") : (name ?? `${t("area.unknown")} (${code})`);
  const filesOf = ({ files }: Restatement) => files.flatMap(({ names }) => names).join(", ");
  const kind = of.meta.unit === "percent" ? ("share" as const) : ("number" as const);
  const differenceOf = ({ difference, isFirst }: Restatement) => {
    if (isFirst) return t("quality.restated.first");
    if (difference === null) return t("quality.restated.gone");
    return of.meta.unit === "percent" ? format.signedPoints(difference) : format.signedCompact(difference);
  };
  const columns = [
    { label: t("table.name"), kind: "text" as const },
    { label: t("quality.restated.before"), kind },
    { label: t("quality.restated.after"), kind },
    { label: t("quality.restated.files"), kind: "text" as const },
  ];
  const isAsked = known !== null;
  return (
    <Figure
      title={title}
      unit={t(`measureUnit.${of.meta.unit}`)}
      period={period}
      table={
        data || !isAsked
          ? { columns, rows: rows.map((row) => [nameOf(row), row.before, row.after, filesOf(row)]) }
          : undefined
      }
      isOld={false}
      error={error}
      retry={() => void refetch()}
      isEmpty={rows.length === 0}
      emptyMessage={
        isAsked ? t("quality.restated.none", { count: data?.publications ?? 0 }) : t("quality.restated.ask")
      }
      className="span-12"
      tools={form}
      notes={<p>{t("quality.restated.note")}</p>}
    >
      <CardTable
        label={title}
        columns={[
          { label: t("table.name"), kind: "text" },
          { label: t("quality.restated.before"), kind: "number" },
          { label: t("quality.restated.after"), kind: "number" },
          { label: t("quality.restated.difference"), kind: "number" },
          { label: t("quality.restated.files"), kind: "text" },
        ]}
        rows={rows}
        keyOf={({ code }) => code}
        cellsOf={(row) => [
          nameOf(row),
          write(row.before),
          write(row.after),
          <b key="difference">{differenceOf(row)}</b>,
          row.files.map((file) => (
            <span key={file.publication} className="quality-file">
              {file.names.join(", ")} <span className="quality-detail">{format.dayAndTime(file.publishedAt)}</span>
            </span>
          )),
        ]}
      />
    </Figure>
  );
}
