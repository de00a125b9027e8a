import { Suspense, useEffect, useState } from "react";
import { moveFocus } from "../app/ChoicePicker.tsx";
import { lazyPart } from "../app/lazyPart.ts";
import { Popover } from "../app/Popover.tsx";
import { ViewLink } from "../app/ViewLink.tsx";
import { useText } from "../messages/useText.ts";
import { pageNames, pages } from "../pages/pages.ts";

const ShortcutsDialog = lazyPart(() => import("./ShortcutsDialog.tsx"));
const referencePages = pageNames.filter((name) => pages[name].isReference);

/** What helps to read the figures: the reference pages, and the keys, which "?" shows from anywhere. */
export function HelpMenu() {
  const { t } = useText();
  const [hasShortcuts, setShortcuts] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      if (event.key !== "?" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      setShortcuts(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const label = (
    <>
      <span className="search-word">{t("help.title")}</span>
      <span className="help-mark">?</span>
    </>
  );
  return (
    <>
      <Popover name={t("help.title")} label={label} className="tool">
        {(close) => (
          <nav className="options" aria-label={t("help.title")} onKeyDown={moveFocus}>
            {referencePages.map((page) => (
              <ViewLink key={page} to={{ page }} className="option" onClick={close}>
                {t(`page.${page}`)}
              </ViewLink>
            ))}
            <button
              type="button"
              className="option"
              aria-keyshortcuts="?"
              onClick={() => {
                close();
                setShortcuts(true);
              }}
            >
              <span>{t("help.shortcuts")}</span>
              <kbd>?</kbd>
            </button>
          </nav>
        )}
      </Popover>
      {hasShortcuts && (
        <Suspense fallback={null}>
          <ShortcutsDialog onClose={() => setShortcuts(false)} />
        </Suspense>
      )}
    </>
  );
}
