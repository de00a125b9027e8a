import { useText } from "../messages/useText.ts";
import type { FunnelStep } from "./prepareFunnel.ts";

/** Aligned bars, one for each step of a record's life, with what was lost named between two steps. */
export function Funnel({ steps }: { steps: readonly FunnelStep[] }) {
  const { t, format } = useText();
  return (
    <ol className="funnel">
      {steps.map((step) => (
        <li key={step.name} className="funnel-step">
          {step.losses.length > 0 && (
            <p className="funnel-loss">
              <span className="funnel-arrow" aria-hidden="true">
                ↳
              </span>
              <span className="funnel-losses">
                {step.losses.map((loss) => (
                  <span key={loss.name}>
                    {t(`funnel.loss.${loss.name}`)}{" "}
                    <b title={format.integer(loss.value)}>{format.compact(loss.value)}</b>
                  </span>
                ))}
              </span>
            </p>
          )}
          <div className="funnel-row">
            <span className="funnel-name">{t(`funnel.${step.name}`)}</span>
            <span className={step.value === null ? "funnel-track is-missing" : "funnel-track"} aria-hidden="true">
              {step.share !== null && (
                <span className={`funnel-bar funnel-${step.name}`} style={{ inlineSize: `${step.share * 100}%` }} />
              )}
            </span>
            <span className="funnel-value" title={format.integer(step.value)}>
              {step.value === null ? <span className="missing">{t("state.missing")}</span> : format.compact(step.value)}
            </span>
            <span className="funnel-passed">
              {step.passed === null ? "" : t("funnel.passed", { share: format.percent(step.passed) })}
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}
