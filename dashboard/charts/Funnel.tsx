import { useText } from "../messages/useText.ts";
import type { FunnelStep } from "./prepareFunnel.ts";

export interface FunnelWords<S extends string, L extends string> {
  step(name: S): string;
  loss(name: L): string;
}
interface Props<S extends string, L extends string> {
  steps: readonly FunnelStep<S, L>[];
  words: FunnelWords<S, L>;
}

/** The nearer the end, the darker; the last step is what it is all for. */
const colourOf = (fromEnd: number) => (fromEnd === 0 ? "var(--accent)" : `var(--step-${Math.max(1, 6 - fromEnd)})`);

/** Aligned bars, one for each step, with what was lost named between two steps. */
export function Funnel<S extends string, L extends string>({ steps, words }: Props<S, L>) {
  const { t, format } = useText();
  return (
    <ol className="funnel">
      {steps.map((step, index) => (
        <li key={step.name} className="funnel-step">
          {step.losses.length > 0 && (
            <p className="funnel-loss">
              <span className="funnel-arrow" aria-hidden="true">
                ↳
              </span>
              <span className="funnel-losses">
                {step.losses.map((loss) => (
                  <span key={loss.name}>
                    {words.loss(loss.name)} <b title={format.integer(loss.value)}>{format.compact(loss.value)}</b>
                  </span>
                ))}
              </span>
            </p>
          )}
          <div className="funnel-row">
            <span className="funnel-name">{words.step(step.name)}</span>
            <span className={step.value === null ? "funnel-track is-missing" : "funnel-track"} aria-hidden="true">
              {step.share !== null && (
                <span
                  className="funnel-bar"
                  style={{ inlineSize: `${step.share * 100}%`, background: colourOf(steps.length - 1 - index) }}
                />
              )}
            </span>
            <span className="funnel-value" title={format.integer(step.value)}>
              {step.value === null ? <span className="missing">{t("state.missing")}</span> : format.compact(step.value)}
            </span>
            <span className="funnel-passed">
              {step.passed === null
                ? ""
                : step.of === null
                  ? t("funnel.passed", { share: format.percent(step.passed) })
                  : t("funnel.passedOf", { share: format.percent(step.passed), step: words.step(step.of) })}
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}
