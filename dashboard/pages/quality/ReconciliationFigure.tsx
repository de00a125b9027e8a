import { useState } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { type Format, isSmallQuotient, MISSING } from "../../format/createFormat.ts";
import { useText } from "../../messages/useText.ts";
import { countResults, type Rule, type RuleResult, ruleResults, type Side } from "./prepareRules.ts";
import { reconciliation, type useRules } from "./reconciliation.ts";

interface Props {
  bundle: ReturnType<typeof useRules>;
  rules: readonly Rule[];
}

const writeValue = (value: number | null, format: Format) =>
  value === null ? MISSING : isSmallQuotient(value) ? format.decimal(value) : format.integer(value);
const writeDifference = (value: number | null, format: Format) =>
  value === null ? MISSING : value > 0 ? `+${writeValue(value, format)}` : writeValue(value, format).replace("-", "−");

/** What documents say against the warehouse and against themselves: the difference of every rule, none adjusted to pass. */
export function ReconciliationFigure({ bundle, rules }: Props) {
  const { t, format, language } = useText();
  const counts = countResults(rules);
  const [asked, setAsked] = useState<RuleResult | "all" | null>(null);
  // Until the reader chooses: what does not hold, if anything does not.
  const shownResult: RuleResult | "all" = asked ?? (counts.broken > 0 ? "broken" : "all");
  const shown = shownResult === "all" ? rules : rules.filter(({ result }) => result === shownResult);
  const titleOf = (measure: Parameters<typeof reconciliation.meta>[0]) => reconciliation.meta(measure).title[language];
  const title = t("quality.rules.title");
  return (
    <Figure
      title={title}
      unit={t("quality.rules.unit")}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={
        bundle.data && {
          columns: [
            { label: t("quality.rule"), kind: "text" },
            { label: t("quality.rules.kind"), kind: "text" },
            { label: t("quality.rules.result"), kind: "text" },
            { label: t("quality.rules.official"), kind: "number" },
            { label: t("quality.rules.ours"), kind: "number" },
            { label: titleOf("difference"), kind: "number" },
            { label: t("quality.rules.allowed"), kind: "number" },
            { label: t("quality.rules.day"), kind: "day" },
            { label: t("quality.rules.document"), kind: "text" },
            { label: t("quality.ruleCode"), kind: "text" },
          ],
          rows: rules.map((rule) => [
            rule.name,
            t(`quality.rules.kind.${rule.kind}`),
            t(`quality.rules.result.${rule.result}`),
            rule.official.value,
            rule.ours.value,
            rule.difference,
            rule.allowed,
            rule.day,
            rule.document,
            rule.code,
          ]),
        }
      }
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={rules.length === 0}
      emptyMessage={t("quality.rules.none")}
      className="span-12"
      tools={
        rules.length > 0 && (
          <ChoicePicker<RuleResult | "all">
            name={t("quality.rules.result")}
            value={shownResult}
            options={[
              ...ruleResults.map((value) => ({
                value,
                label: t("quality.counted", { name: t(`quality.rules.result.${value}`), count: counts[value] }),
              })),
              { value: "all", label: t("quality.counted", { name: t("quality.all"), count: rules.length }) },
            ]}
            onChoose={setAsked}
          />
        )
      }
      notes={rules.some(({ isSample }) => isSample) && <p>{t("quality.rules.sampleNote")}</p>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard too. */}
      <section className="data-table quality-rules" tabIndex={0} aria-label={title}>
        <table className="quality-cards">
          <thead>
            <tr>
              <th scope="col" data-kind="text">
                {t("quality.rule")}
              </th>
              <th scope="col">{t("quality.rules.official")}</th>
              <th scope="col">{t("quality.rules.ours")}</th>
              <th scope="col">{titleOf("difference")}</th>
              <th scope="col" data-kind="text">
                {t("quality.rules.result")}
              </th>
              <th scope="col" data-kind="text">
                {t("quality.rules.document")}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rule) => (
              <RuleRow key={rule.code} rule={rule} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="empty">{t("quality.rules.noneOfResult")}</p>}
      </section>
    </Figure>
  );
}

function RuleRow({ rule }: { rule: Rule }) {
  const { t, format, language } = useText();
  return (
    <tr data-result={rule.result}>
      <th scope="row" data-kind="text">
        <details>
          <summary>{rule.name}</summary>
          <dl className="quality-terms">
            <Terms name={t("quality.rules.ours")} side={rule.ours} />
            <Terms name={t("quality.rules.official")} side={rule.official} />
            <div>
              <dt>{t("quality.ruleCode")}</dt>
              <dd>{rule.code}</dd>
            </div>
          </dl>
        </details>
        <span className="quality-detail">{t(`quality.rules.kind.${rule.kind}`)}</span>
      </th>
      <td data-label={t("quality.rules.official")}>{writeValue(rule.official.value, format)}</td>
      <td data-label={t("quality.rules.ours")}>{writeValue(rule.ours.value, format)}</td>
      <td data-label={reconciliation.meta("difference").title[language]}>
        <b>{writeDifference(rule.difference, format)}</b>
        {rule.result === "broken" && rule.ratio !== null && (
          <span className="quality-detail">
            {t("quality.rules.off", { rate: format.percent(Math.abs(rule.ratio)) })}
          </span>
        )}
      </td>
      <td data-kind="text" data-label={t("quality.rules.result")}>
        <span className={`quality-result quality-${rule.result}`}>{t(`quality.rules.result.${rule.result}`)}</span>
        <span className="quality-detail">
          {t(`quality.rules.asked.${rule.comparison}`, { allowed: writeValue(rule.allowed, format) })}
        </span>
      </td>
      <td data-kind="text" data-label={t("quality.rules.document")}>
        <span className="quality-document" title={rule.documentTitle}>
          {rule.documentTitle || rule.document}
        </span>
        <span className="quality-detail">
          {t("quality.rules.of", { document: rule.document, day: format.day(rule.day) })}
        </span>
      </td>
    </tr>
  );
}

function Terms({ name, side }: { name: string; side: Side }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{side.terms}</dd>
    </div>
  );
}
