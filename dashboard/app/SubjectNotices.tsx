import type { About } from "../data/fetchAbout.ts";
import { useText } from "../messages/useText.ts";
import { pages } from "../pages/pages.ts";
import { prepareSubjectNotices, type SubjectNotice } from "./prepareSubjectNotices.ts";
import { ViewLink } from "./ViewLink.tsx";
import { useView } from "./ViewProvider.tsx";

/** What stands against the figures of the page: since when, whom it concerns, and where to see more. */
export function SubjectNotices({ about, asOf }: { about: About; asOf: string }) {
  const { t } = useText();
  const { view } = useView();
  const write = useNoticeWords();
  const { view: subject, isReference } = pages[view.page];
  // The overview tells of every subject, and says this on their cards.
  if (isReference || view.page === "overview") return null;
  return prepareSubjectNotices(about, subject, asOf).map((notice) => (
    <p key={notice.kind === "never" ? "never" : `${notice.kind} ${notice.source.job}`} className="notice notice-warn">
      <span className="notice-shape" aria-hidden="true">
        ▲
      </span>
      <span>
        {write(notice)}{" "}
        {notice.kind !== "never" && (
          <ViewLink to={{ page: "quality", source: notice.source.job }}>
            {t(notice.kind === "stale" ? "notice.who" : "notice.runs")}
          </ViewLink>
        )}
      </span>
    </p>
  ));
}

function useNoticeWords(): (notice: SubjectNotice) => string {
  const { t, format, language } = useText();
  const nameOf = ({ titleVi, titleEn }: { titleVi: string; titleEn: string }) =>
    language === "vi" ? titleVi : titleEn;
  return (notice) => {
    if (notice.kind === "never") return t("notice.never", { sources: notice.sources.map(nameOf).join("; ") });
    const source = nameOf(notice.source);
    if (notice.kind === "stale") return t("notice.stale", { source, day: format.day(notice.day), days: notice.days });
    const time = format.dayAndTime(notice.failedAt);
    const { publishedAt } = notice.source;
    return publishedAt === null
      ? t("notice.failedFirst", { source, time })
      : t("notice.failed", { source, time, published: format.dayAndTime(publishedAt) });
  };
}
