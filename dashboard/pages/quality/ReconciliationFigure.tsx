import { Fragment, type ReactNode, useState } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { type Format, isSmallQuotient, MISSING } from "../../format/createFormat.ts";
import { type Text, useText } from "../../messages/useText.ts";
import { CardTable } from "./CardTable.tsx";
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
  const text = useText();
  const { t, format, language } = text;
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
      <CardTable
        label={title}
        columns={[
          { label: t("quality.rule"), kind: "text" },
          { label: t("quality.rules.official"), kind: "number" },
          { label: t("quality.rules.ours"), kind: "number" },
          { label: titleOf("difference"), kind: "number" },
          { label: t("quality.rules.result"), kind: "text" },
          { label: t("quality.rules.document"), kind: "text" },
        ]}
        rows={shown}
        keyOf={({ code }) => code}
        cellsOf={(rule) => cellsOf(rule, text)}
      >
        {shown.length === 0 && <p className="empty">{t("quality.rules.noneOfResult")}</p>}
      </CardTable>
    </Figure>
  );
}

function cellsOf(rule: Rule, { t, format }: Text): ReactNode[] {
  return [
    <Fragment key="rule">
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
    </Fragment>,
    writeValue(rule.official.value, format),
    writeValue(rule.ours.value, format),
    <Fragment key="difference">
      <b>{writeDifference(rule.difference, format)}</b>
      {rule.result === "broken" && rule.ratio !== null && (
        <span className="quality-detail">{t("quality.rules.off", { rate: format.percent(Math.abs(rule.ratio)) })}</span>
      )}
    </Fragment>,
    <Fragment key="result">
      <span className={`quality-result quality-${rule.result}`}>{t(`quality.rules.result.${rule.result}`)}</span>
      <span className="quality-detail">
        {t(`quality.rules.asked.${rule.comparison}`, { allowed: writeValue(rule.allowed, format) })}
      </span>
    </Fragment>,
    <Fragment key="document">
      <span className="quality-document" title={rule.documentTitle}>
        {rule.documentTitle || rule.document}
      </span>
      <span className="quality-detail">
        {t("quality.rules.of", { document: rule.document, day: format.day(rule.day) })}
      </span>
    </Fragment>,
  ];
}

function Terms({ name, side }: { name: string; side: Side }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{side.terms}</dd>
    </div>
  );
}
