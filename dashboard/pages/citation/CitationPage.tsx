import type { ReactNode } from "react";
import { useView } from "../../app/ViewProvider.tsx";
import { useText } from "../../messages/useText.ts";
import { CitedFigure } from "./CitedFigure.tsx";
import { CodeForm } from "./CodeForm.tsx";
import "../../theme/why.css";
import "../../theme/citation.css";

const EXAMPLE = "vaccination.verified_dose_rate~34.province.01~2021-03-08..2022-06-30~p19~0223f7d4";

/** Trích dẫn: a figure as it was cited, beside what it is now. */
export default function CitationPage(): ReactNode {
  const { t } = useText();
  const { view } = useView();
  return (
    <>
      <div className="page-head">
        <h1>{t("page.citation")}</h1>
        <p className="headline">{t("citation.hint")}</p>
      </div>
      <CodeForm key={view.code} />
      {view.code === null ? (
        <p className="why-note citation-example">{t("citation.example", { code: EXAMPLE })}</p>
      ) : (
        <CitedFigure code={view.code} />
      )}
    </>
  );
}
