import { ViewLink } from "../../app/ViewLink.tsx";
import type { Frame } from "../../data/frame.ts";
import { useText } from "../../messages/useText.ts";
import { useNews } from "./useNews.ts";
import type { useSubjectStands } from "./useSubjectStands.ts";

type Props = { frame: Frame } & Pick<ReturnType<typeof useSubjectStands>, "stands" | "isLoading">;

/** Bản tin: five to ten sentences written from the figures, each opening what it tells of. */
export function NewsList({ frame, stands, isLoading }: Props) {
  const { t } = useText();
  const news = useNews(frame, stands);
  const isReady = !isLoading && !news.isLoading;
  return (
    <section className="news" aria-labelledby="news" aria-busy={!isReady}>
      <h2 id="news">{t("overview.news")}</h2>
      {isReady ? (
        <ul>
          {news.items.map(({ key, message, values, to, isDoubt }) => (
            <li key={key} className={isDoubt ? "is-doubt" : ""}>
              <ViewLink to={to}>{t(message, values)}</ViewLink>
            </li>
          ))}
        </ul>
      ) : (
        <div className="skeleton news-skeleton" role="status" aria-label={t("state.loading")} />
      )}
    </section>
  );
}
