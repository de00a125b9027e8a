import { useIsFetching } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { AccountMenu } from "../account/AccountMenu.tsx";
import type { About } from "../data/fetchAbout.ts";
import type { ResolvedFrame } from "../data/frame.ts";
import { HelpMenu } from "../help/HelpMenu.tsx";
import { useText } from "../messages/useText.ts";
import { figurePages, pages } from "../pages/pages.ts";
import { themes } from "../url/choices.ts";
import { ChoicePicker } from "./ChoicePicker.tsx";
import { ContextBar } from "./ContextBar.tsx";
import { LanguageLink } from "./LanguageLink.tsx";
import { NarrowingWords } from "./NarrowingWords.tsx";
import { Notices } from "./Notices.tsx";
import { PageIcon } from "./PageIcon.tsx";
import { useSearchSignal } from "./useSearchSignal.ts";
import { ViewLink } from "./ViewLink.tsx";
import { useView } from "./ViewProvider.tsx";

interface Props {
  about: About | undefined;
  resolved: ResolvedFrame | null;
  isOffline: boolean;
  children: ReactNode;
}

/** What stands around every page: navigation, context, notices and the data's provenance. */
export function Shell({ about, resolved, isOffline, children }: Props) {
  const { t, format } = useText();
  const { view, go } = useView();
  const isFetching = useIsFetching({ predicate: ({ queryKey }) => queryKey[0] !== "about" }) > 0;
  const [searchSignal, openSearch] = useSearchSignal();
  const pageList = useRef<HTMLUListElement>(null);
  // On a phone the bar of pages is longer than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is drawn anew when the page changes
  useEffect(() => {
    const list = pageList.current;
    const current = list?.querySelector<HTMLElement>("[aria-current]");
    if (list && current) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }, [view.page]);
  const { isReference } = pages[view.page];
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <nav className="rail" aria-label={t("app.navigation")}>
        <span className="mark" aria-hidden="true">
          <img src="/favicon.svg" alt="" width="32" height="32" />
        </span>
        <ul ref={pageList}>
          {figurePages.map((page) => (
            <li key={page}>
              <ViewLink to={{ page }} aria-current={view.page === page ? "page" : undefined}>
                <PageIcon page={page} />
                <span>{t(`page.${page}.short`)}</span>
              </ViewLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="column">
        <header className="top">
          {isReference ? (
            <p className="context top-title">{t("app.title")}</p>
          ) : (
            <ContextBar about={about} asOf={resolved?.frame.asOf ?? null} searchSignal={searchSignal} />
          )}
          <div className="top-tools">
            {!isReference && (
              <button
                type="button"
                className="tool search-button"
                aria-keyshortcuts="/"
                aria-label={`${t("search.open")} /`}
                onClick={openSearch}
              >
                <svg viewBox="0 0 16 16" width="14" height="14" className="icon" aria-hidden="true">
                  <path d="M7 2.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 0 1 0-9.6M10.6 10.6L14 14" />
                </svg>
                <span className="search-word">{t("search.open")}</span>
                <kbd>/</kbd>
              </button>
            )}
            <HelpMenu />
            <ViewLink
              to={{ wall: true, asOf: null }}
              className="tool wall-entry"
              aria-label={t("wall.enter")}
              title={t("wall.enter")}
            >
              <svg viewBox="0 0 16 16" width="16" height="16" className="icon" aria-hidden="true">
                <path d="M1.5 2.5h13v8.5h-13zM5 14h6" />
              </svg>
            </ViewLink>
            <LanguageLink />
            <ChoicePicker
              name={t("app.theme")}
              value={view.theme}
              sign="◐"
              options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
              onChoose={(theme) => go({ theme }, { replace: true })}
            />
            <AccountMenu />
          </div>
          <div className={isFetching ? "progress is-running" : "progress"} aria-hidden="true" />
          <NarrowingWords />
        </header>
        <Notices about={about} resolved={resolved} isOffline={isOffline} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <p>{t("app.title")}</p>
          {about && (
            <p>
              {t("foot.sources", {
                jobs: about.sources.length,
                published: format.dayAndTime(about.publishedAt),
                version: about.version,
              })}
            </p>
          )}
          <p>
            {t("foot.map")}{" "}
            <a href="https://github.com/VictorCazanave/svg-maps/tree/master/packages/vietnam" rel="noreferrer">
              @svg-maps/vietnam
            </a>
            , <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>
          </p>
        </footer>
      </div>
    </div>
  );
}
