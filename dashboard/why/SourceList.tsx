import { useText } from "../messages/useText.ts";
import type { Lineage, LoadBehind } from "./fetchLineage.ts";
import { dayOf, prepareSources } from "./prepareSources.ts";

/** As many loads of a source as are read without asking for more. */
const SHOWN = 3;

/** The runs and files that a figure is read from, each with what identifies it. */
export function SourceList({ lineage }: { lineage: Lineage }) {
  const { t, format, language } = useText();
  const all = prepareSources(lineage, language);
  const loaded = all.filter(({ loads }) => loads.length > 0);
  const missing = all.filter(({ loads }) => loads.length === 0);
  const newest =
    lineage.loads
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? null;
  return (
    <section>
      <h3>{t("why.sources")}</h3>
      <p className="why-note">
        {t("why.publication", { number: lineage.publicationNumber, time: format.dayAndTime(newest) })}
      </p>
      {loaded.map(({ job, title, loads, lastDay }) => (
        <details key={job} className="why-source">
          <summary>
            <span>{title}</span>
            <span className="why-source-day">
              {lastDay === null ? t("why.noDays") : t("figure.dataTime", { day: format.day(lastDay) })}
            </span>
          </summary>
          <ul>
            {loads.slice(0, SHOWN).map((load) => (
              <Load key={load.publicationNumber} load={load} />
            ))}
          </ul>
          {loads.length > SHOWN && (
            <details>
              <summary>{t("why.olderLoads", { count: loads.length - SHOWN })}</summary>
              <ul>
                {loads.slice(SHOWN).map((load) => (
                  <Load key={load.publicationNumber} load={load} />
                ))}
              </ul>
            </details>
          )}
        </details>
      ))}
      {missing.length > 0 && (
        <p className="why-note">{t("why.notLoaded", { sources: missing.map(({ title }) => title).join("; ") })}</p>
      )}
    </section>
  );
}

function Load({ load }: { load: LoadBehind }) {
  const { t, format } = useText();
  const [first, last] = [dayOf(load.firstDate), dayOf(load.lastDate)];
  return (
    <li className="why-load">
      <p>
        <b>{load.batch}</b> ·{" "}
        {t("why.load", {
          rows: load.rowCount,
          time: format.dayAndTime(load.publishedAt),
          number: load.publicationNumber,
        })}
        {load.sampleScale > 1 && ` · ${t("sample.short", { scale: format.integer(load.sampleScale) })}`}
      </p>
      {first !== null && last !== null && (
        <p>{t("why.days", { range: t("period.range", { from: format.day(first), to: format.day(last) }) })}</p>
      )}
      <p>
        {t("why.run")} <code>{load.runId}</code>
      </p>
      {load.files.map((file) => (
        <p key={file.sha256}>
          {t("why.file", { name: file.name, bytes: file.bytes })}
          <br />
          SHA-256 <code>{file.sha256}</code>
        </p>
      ))}
    </li>
  );
}
