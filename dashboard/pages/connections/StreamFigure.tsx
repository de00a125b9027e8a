import { BulletBar } from "../../charts/BulletBar.tsx";
import { barsPainter } from "../../charts/barsPainter.ts";
import { ChooseButton } from "../../charts/ChooseButton.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { RowsMenu } from "../../charts/RowsMenu.tsx";
import { StateMark } from "../../charts/StateMark.tsx";
import { metaWithin } from "../../data/metaWithin.ts";
import { useText } from "../../messages/useText.ts";
import { cellOf } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import { connections, streamMeasures, type useStreams } from "./connections.ts";
import { prepareStreams } from "./prepareStreams.ts";
import { writeFields } from "./writeFields.ts";

/** Each stream: facilities connected against the target, and what became of the records sent. */
export function StreamFigure({ bundle }: { bundle: ReturnType<typeof useStreams> }) {
  const { t, format, language } = useText();
  const { target } = metaWithin(connections.meta("programme_connected_rate"), bundle.frame.only);
  const bars = prepareStreams(bundle.data?.streams ?? [], target?.value ?? null);
  const title = (measure: Parameters<typeof connections.meta>[0]) => connections.meta(measure).title[language];
  const readyOf = (part: number | null, all: number | null) =>
    all === null ? "" : t("connections.partOf", { part: format.integer(part), all: format.integer(all) });
  return (
    <Figure
      why={streamMeasures.map(connections.meta)}
      title={t("connections.streams.title")}
      unit={t("connections.streams.unit")}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={
        bundle.data && {
          columns: [
            { label: t("connections.stream"), kind: "text" },
            { label: title("connected_facility_rate"), kind: "share" },
            { label: title("facilities_connected"), kind: "number" },
            { label: title("facilities_to_connect"), kind: "number" },
            { label: title("records_sent"), kind: "number" },
            { label: title("records_rejected"), kind: "number" },
            { label: title("acceptance_rate"), kind: "share" },
            { label: title("fields_complete"), kind: "number" },
          ],
          rows: bars.map((bar) => [
            t(`connections.stream.${bar.stream}`),
            bar.rate,
            bar.connected,
            bar.toConnect,
            bar.sent,
            bar.rejected,
            bar.accepted,
            bar.fields,
          ]),
        }
      }
      painter={barsPainter(
        bars.map((bar) => ({
          label: t(`connections.stream.${bar.stream}`),
          value: format.percent(bar.rate),
          share: bar.rate,
          detail: readyOf(bar.connected, bar.toConnect),
        })),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={bars.every(({ rate }) => rate === null)}
      className="span-12"
      by={["stream"]}
      notes={
        target && (
          <p>
            {t("connections.streams.note", { target: format.percent(target.value), basis: target.legalBasis })}{" "}
            {t("connections.fields.note")}
          </p>
        )
      }
    >
      <ol className="streams">
        {bars.map((bar) => (
          <li key={bar.stream} className="stream-row">
            <span className="stream-name">
              <ChooseButton dimension="stream" value={bar.stream}>
                {t(`connections.stream.${bar.stream}`)}
              </ChooseButton>
            </span>
            <BulletBar share={bar.rate} target={bar.isAimed ? (target?.value ?? null) : null} />
            <span className="stream-value">
              <RowsMenu dimension="stream" value={bar.stream} of={t(`connections.stream.${bar.stream}`)}>
                {format.percent(bar.rate)}
              </RowsMenu>
            </span>
            <span className="stream-count">{readyOf(bar.connected, bar.toConnect)}</span>
            <span className="stream-count">
              {bar.sent === null
                ? t("connections.notSent")
                : bar.sent === 0
                  ? t("connections.noneSent")
                  : t("connections.sent", { sent: format.compact(bar.sent), rate: format.percent(bar.accepted) })}
              <span className="stream-fields">{writeFields(bar, format, t)}</span>
            </span>
            <span className="stream-count">
              {bar.state && <StateMark state={bar.state} />}
              {bar.rate !== null && (
                <WhyButton
                  cell={cellOf(connections.meta("connected_facility_rate"), { where: [["stream", [bar.stream]]] })}
                  of={t(`connections.stream.${bar.stream}`)}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
    </Figure>
  );
}
