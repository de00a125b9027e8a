import { useText } from "../messages/useText.ts";
import { ViewLink } from "./ViewLink.tsx";

/** The same screen in the other language. */
export function LanguageLink() {
  const { t, language } = useText();
  const other = language === "vi" ? "en" : "vi";
  return (
    <ViewLink to={{ lang: other }} className="tool" hrefLang={other} lang={other} aria-label={t("app.otherLanguage")}>
      {other.toUpperCase()}
    </ViewLink>
  );
}
