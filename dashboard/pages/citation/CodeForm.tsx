import { useState } from "react";
import { useView } from "../../app/ViewProvider.tsx";
import { useText } from "../../messages/useText.ts";

/** Where the code printed beside a figure is pasted. */
export function CodeForm() {
  const { t } = useText();
  const { view, go } = useView();
  const [text, setText] = useState(view.code ?? "");
  return (
    <form
      className="citation-form"
      onSubmit={(event) => {
        event.preventDefault();
        // A code broken over lines on paper is one code all the same.
        const code = text.replace(/\s+/g, "");
        if (code !== "") go({ code });
      }}
    >
      <label htmlFor="citation-code">{t("citation.code")}</label>
      <input
        id="citation-code"
        className="field"
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button">
        {t("citation.open")}
      </button>
    </form>
  );
}
