import { useState } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import { ViewLink } from "../../app/ViewLink.tsx";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { useText } from "../../messages/useText.ts";
import { parseAreaCode } from "../../url/areaRef.ts";
import { prepareLast } from "./prepareLast.ts";
import type { StandOfParts, SubjectStand } from "./prepareStand.ts";

/** Who is late: the five units furthest behind on a subject's rate, each opening its page. */
export function FurthestBehind({ stands }: { stands: readonly SubjectStand[] }) {
  const { t, language } = useText();
  const [asked, setAsked] = useState<string | null>(null);
  const comparable = stands.flatMap(({ subject, parts }) => (parts ? [{ page: subject.page, parts }] : []));
  const chosen = comparable.find(({ page }) => page === asked) ?? comparable[0];
  return (
    <section className="news behind" aria-labelledby="behind">
      <h2 id="behind">{t("overview.behind")}</h2>
      {chosen ? (
        <>
          <ChoicePicker
            name={t("ranking.measure")}
            value={chosen.page}
            options={comparable.map(({ page, parts }) => ({ value: page, label: parts.meta.title[language] }))}
            onChoose={setAsked}
          />
          <Last parts={chosen.parts} />
          <p className="behind-more">
            <ViewLink to={{ page: "targets" }}>{t("overview.behind.targets")}</ViewLink>
          </p>
        </>
      ) : (
        <p>{t("overview.behind.none")}</p>
      )}
    </section>
  );
}

function Last({ parts: { meta, ranking } }: { parts: StandOfParts }) {
  const { t, format } = useText();
  const write = (value: number) => formatMeasure(value, meta, format, "short");
  const last = prepareLast(ranking, meta);
  if (last.length === 0) return <p>{t("overview.behind.none")}</p>;
  const place = (value: number) => `${Math.max(0, value / ranking.max) * 100}%`;
  return (
    <ol>
      {last.map(({ code, name, value, behind }) => {
        const area = parseAreaCode(code);
        return (
          <li key={code}>
            {area ? <ViewLink to={{ area }}>{name}</ViewLink> : name}
            <span className="behind-track" aria-hidden="true">
              <i style={{ inlineSize: place(value) }} />
              {ranking.whole !== null && <u style={{ insetInlineStart: place(ranking.whole) }} />}
            </span>
            <b>{write(value)}</b>
            <span className="behind-by">
              {t("overview.behind.by", {
                amount: meta.unit === "percent" ? format.points(behind) : write(behind),
              })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
