import { Fragment, useState } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { useText } from "../../messages/useText.ts";
import { CardTable } from "./CardTable.tsx";
import { FindingDetail } from "./FindingDetail.tsx";
import type { useFindings } from "./findings.ts";
import {
  type FindingGroup,
  type FindingState,
  filterFindings,
  findingStates,
  type Severity,
  severities,
} from "./prepareFindings.ts";
import { quality } from "./quality.ts";

interface Props {
  bundle: ReturnType<typeof useFindings>;
  groups: readonly FindingGroup[];
  narrowedTo: string | undefined;
}
/** As many lines as a reader takes in before asking for more. */
const FIRST = 12;
const keyOf = ({ source, rule }: FindingGroup) => `${source}.${rule}`;

/** What the rules found, one line per rule with its count, each opening to files, rows and what was done about it. */
export function FindingsFigure({ bundle, groups, narrowedTo }: Props) {
  const { t, format, language } = useText();
  const { view } = useView();
  const [state, setState] = useState<FindingState | "all">("all");
  const [severity, setSeverity] = useState<Severity | "all">("all");
  const [isWhole, setWhole] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const titleOf = (measure: Parameters<typeof quality.meta>[0]) => quality.meta(measure).title[language];
  const found = filterFindings(groups, {
    source: view.source,
    state: state === "all" ? null : state,
    severity: severity === "all" ? null : severity,
  });
  const shown = isWhole ? found : found.slice(0, FIRST);
  const named = t("quality.findings.title");
  const title = narrowedTo === undefined ? named : t("figure.narrowed", { title: named, to: narrowedTo });
  const statesOf = (group: FindingGroup) =>
    group.states
      .map((each) =>
        // One state of all needs no count: it stands beside it.
        group.states.length === 1
          ? t(`quality.state.${each.state}`)
          : t("quality.counted", { name: t(`quality.state.${each.state}`), count: each.count }),
      )
      .join(", ");
  return (
    <Figure
      title={title}
      unit={t("measureUnit.finding")}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={
        bundle.data && {
          columns: [
            { label: t("quality.rule"), kind: "text" },
            { label: t("quality.source"), kind: "text" },
            { label: t("quality.severity"), kind: "text" },
            { label: titleOf("findings_count"), kind: "number" },
            { label: titleOf("findings_open"), kind: "number" },
            { label: t("quality.state"), kind: "text" },
            { label: t("quality.ruleCode"), kind: "text" },
          ],
          rows: found.map((group) => [
            group.sentence,
            group.sourceName,
            t(`quality.severity.${group.severity}`),
            group.count,
            group.open,
            statesOf(group),
            group.rule,
          ]),
        }
      }
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={groups.length === 0}
      emptyMessage={t("quality.detail.noRules")}
      className="span-12"
      tools={
        groups.length > 0 && (
          <>
            <ChoicePicker<FindingState | "all">
              name={t("quality.state")}
              value={state}
              options={[
                { value: "all", label: t("quality.state.all") },
                ...findingStates.map((value) => ({ value, label: t(`quality.state.${value}`) })),
              ]}
              onChoose={setState}
            />
            <ChoicePicker<Severity | "all">
              name={t("quality.severity")}
              value={severity}
              options={[
                { value: "all", label: t("quality.severity.all") },
                ...severities.map((value) => ({ value, label: t(`quality.severity.${value}`) })),
              ]}
              onChoose={setSeverity}
            />
          </>
        )
      }
      notes={<p>{t("quality.findings.note")}</p>}
    >
      <CardTable
        label={title}
        columns={[
          { label: t("quality.rule"), kind: "text" },
          { label: t("quality.severity"), kind: "text" },
          { label: titleOf("findings_count"), kind: "number" },
          { label: titleOf("findings_open"), kind: "number" },
          { label: t("quality.state"), kind: "text" },
        ]}
        rows={shown}
        keyOf={keyOf}
        cellsOf={(group) => [
          <Fragment key="rule">
            <button
              type="button"
              className="quality-open"
              aria-expanded={opened === keyOf(group)}
              onClick={() => setOpened(opened === keyOf(group) ? null : keyOf(group))}
            >
              {group.sentence}
            </button>
            <span className="quality-detail quality-indent">{group.sourceName}</span>
          </Fragment>,
          t(`quality.severity.${group.severity}`),
          format.integer(group.count),
          <b key="open">{format.integer(group.open)}</b>,
          statesOf(group),
        ]}
        openedOf={(group) => (opened === keyOf(group) ? <FindingDetail frame={bundle.frame} group={group} /> : null)}
        isWhole
      >
        {found.length === 0 && <p className="empty">{t("quality.findings.noneSuch")}</p>}
        {found.length > shown.length && (
          <button type="button" className="tool quality-more" onClick={() => setWhole(true)}>
            {t("quality.findings.more", { count: found.length - shown.length })}
          </button>
        )}
      </CardTable>
    </Figure>
  );
}
