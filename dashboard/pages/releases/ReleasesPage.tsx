import type { ReactNode } from "react";
import changelog from "../../../CHANGELOG.md?raw";
import { useText } from "../../messages/useText.ts";
import { FOR_READERS, parseChangelog, type Release } from "./parseChangelog.ts";
import "../../theme/help.css";

const releases = parseChangelog(changelog);

/** The last version that was given a number. */
const newest = releases.find(({ date }) => date !== null)?.version ?? "";

/** Có gì mới: what changed with each version, told to the readers of the screens; the whole list is in English. */
export default function ReleasesPage(): ReactNode {
  const { t, format, language } = useText();
  return (
    <>
      <div className="page-head">
        <h1>{t("page.releases")}</h1>
        <p className="headline">{t("releases.intro")}</p>
      </div>
      {releases.map((release) => (
        <article key={release.version} className="news-release">
          <h2>
            {release.date === null
              ? t("releases.next", { version: newest })
              : t("releases.version", { version: release.version })}
            {release.date && <span className="news-date"> · {format.day(release.date)}</span>}
          </h2>
          {language === "vi" ? (
            <>
              <Items of={release.sections.filter(({ title }) => title === FOR_READERS)} />
              <details>
                <summary>{t("releases.all")}</summary>
                <English release={release} />
              </details>
            </>
          ) : (
            <English release={release} />
          )}
        </article>
      ))}
    </>
  );
}

function English({ release: { sections } }: { release: Release }) {
  return (
    <div lang="en">
      {sections
        .filter(({ title }) => title !== FOR_READERS)
        .map((section) => (
          <section key={section.title}>
            <h3>{section.title}</h3>
            <Items of={[section]} />
          </section>
        ))}
    </div>
  );
}

function Items({ of }: { of: Release["sections"] }) {
  return (
    <ul>
      {of
        .flatMap(({ items }) => items)
        .map((item) => (
          <li key={item}>{withCode(item)}</li>
        ))}
    </ul>
  );
}

/** What stands between backticks is code; links are left as their words. */
const withCode = (text: string): ReactNode[] =>
  text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .split("`")
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence do not move
    .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
