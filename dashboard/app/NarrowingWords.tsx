import { useRef } from "react";
import { choose, EVERYTHING } from "../data/narrowing.ts";
import { sayCode } from "../messages/dimensionWords.ts";
import { useText } from "../messages/useText.ts";
import { useView } from "./ViewProvider.tsx";

/** What the page is narrowed to, each word removable; the last part of the sentence of the context bar. */
export function NarrowingWords() {
  const { t } = useText();
  const { view, go } = useView();
  const group = useRef<HTMLFieldSetElement>(null);
  const words = view.only.flatMap(([dimension, values]) => values.map((value) => ({ dimension, value })));
  // The word that had the focus goes: what is left of the sentence takes it, or what the page shows now.
  const release = (only: typeof view.only) => {
    go({ only });
    const next = only.length > 0 ? group.current : document.getElementById("main");
    next?.focus({ preventScroll: true });
  };
  return (
    <fieldset ref={group} className="only" tabIndex={-1} hidden={words.length === 0}>
      <legend className="visually-hidden">{t("only.label")}</legend>
      <span aria-hidden="true">{t("only.only")}</span>
      {words.map(({ dimension, value }) => {
        const word = sayCode(dimension, value, t);
        return (
          <button
            key={`${dimension} ${value}`}
            type="button"
            className="only-word"
            aria-label={t("only.remove", { value: word })}
            onClick={() => release(choose(view.only, dimension, value, true))}
          >
            {word} <span aria-hidden="true">✕</span>
          </button>
        );
      })}
      {words.length > 1 && (
        <button type="button" className="choice" onClick={() => release(EVERYTHING)}>
          {t("only.clear")}
        </button>
      )}
    </fieldset>
  );
}
