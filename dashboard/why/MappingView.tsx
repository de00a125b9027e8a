import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import type { Lineage } from "./fetchLineage.ts";
import type { DescribedMeasure } from "./loadCatalogue.ts";
import { prepareMapping } from "./prepareMapping.ts";

/** How much of a figure of today's units was counted whole, and how much by assignment. */
export function MappingView({ lineage, meta }: { lineage: Lineage; meta: DescribedMeasure }) {
  const { t, format } = useText();
  const parts = prepareMapping(lineage, meta.additive);
  if (parts === null) return null;
  return (
    <section>
      <h3>{t("why.mapping")}</h3>
      {parts === "mixed" ? (
        <p className="why-note">{t("why.mapping.mixed")}</p>
      ) : (
        <ul className="why-mapping">
          {parts.map(({ mapping, value, share }) => (
            <li key={mapping}>
              <span className="why-mapping-name">
                <b>{t(`why.mapping.${mapping}`)}</b> {t(`why.mapping.${mapping}.means`)}
              </span>
              <span className={share === null ? "why-track is-missing" : "why-track"} aria-hidden="true">
                {share !== null && (
                  <span className={`why-bar why-bar-${mapping}`} style={{ inlineSize: `${share * 100}%` }} />
                )}
              </span>
              <span className="why-mapping-value">
                {share === null ? "" : format.percent(share)}
                <small>{formatMeasure(value, meta, format, "full")}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
