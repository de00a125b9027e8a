import { ChooseButton } from "../../charts/ChooseButton.tsx";
import { RowsMenu } from "../../charts/RowsMenu.tsx";
import { useText } from "../../messages/useText.ts";
import type { WhyCell } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import type { ErrorClassBar } from "./prepareErrorClasses.ts";

interface Props {
  bars: readonly ErrorClassBar[];
  /** Where the figure of a class comes from. */
  whyOf(errorClass: string): WhyCell | null;
}

/** Records to clean by what is wrong with them: the five wrong classes, then the three that cannot be verified. */
export function ErrorClassBars({ bars, whyOf }: Props) {
  const { t } = useText();
  const max = Math.max(0, ...bars.map((bar) => bar.value ?? 0));
  return (
    <div className="classes is-one">
      {(["wrong", "unverifiable"] as const).map((kind) => (
        <section key={kind}>
          <h3>{t(`errorKind.${kind}`)}</h3>
          <ol>
            {bars
              .filter((bar) => bar.kind === kind)
              .map((bar) => (
                <Bar key={bar.errorClass} bar={bar} max={max} why={whyOf(bar.errorClass)} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Bar({ bar, max, why }: { bar: ErrorClassBar; max: number; why: WhyCell | null }) {
  const { t, format } = useText();
  return (
    <li className="class-row">
      <span className="class-name">
        <ChooseButton dimension="error_class" value={bar.errorClass}>
          {t(`errorClass.${bar.errorClass}`)}
        </ChooseButton>
      </span>
      <span className="rank-track" aria-hidden="true">
        {bar.value !== null && max > 0 && (
          <span className={`rank-bar class-${bar.kind}`} style={{ inlineSize: `${(bar.value / max) * 100}%` }} />
        )}
      </span>
      <span className="class-value" title={format.integer(bar.value)}>
        {bar.value === null ? (
          <span className="missing">{t("state.missing")}</span>
        ) : (
          <RowsMenu dimension="error_class" value={bar.errorClass} of={t(`errorClass.${bar.errorClass}`)}>
            {format.compact(bar.value)}
          </RowsMenu>
        )}
      </span>
      <span className="class-share">{bar.share === null ? "" : format.percent(bar.share)}</span>
      <WhyButton cell={why} of={t(`errorClass.${bar.errorClass}`)} />
    </li>
  );
}
