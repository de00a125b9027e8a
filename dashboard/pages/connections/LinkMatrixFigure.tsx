import { useMemo } from "react";
import { ViewLink } from "../../app/ViewLink.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { gridPainter } from "../../charts/gridPainter.ts";
import { Matrix } from "../../charts/Matrix.tsx";
import { isUnknownCode } from "../../data/isUnknownCode.ts";
import { narrowTo } from "../../data/narrowing.ts";
import { useArea } from "../../data/useReference.ts";
import { useText } from "../../messages/useText.ts";
import { parseAreaCode } from "../../url/areaRef.ts";
import type { ViewState } from "../../url/viewState.ts";
import { cellOf } from "../../url/whyCell.ts";
import { connections, linkColumns, linkMeasures, type useLinks } from "./connections.ts";
import { LinkCell } from "./LinkCell.tsx";
import { LinkMark } from "./LinkMark.tsx";
import { countLinks, type Link, type LinkUnit, linkStates, prepareLinks } from "./prepareLinks.ts";
import { streams } from "./prepareStreams.ts";
import { writeLink } from "./writeLink.ts";

const rate = connections.meta("connected_facility_rate");
/** The units below the area, and of a commune its facilities, with every stream: connected, sending, silent. */
export function LinkMatrixFigure({ bundle }: { bundle: ReturnType<typeof useLinks> }) {
  const text = useText();
  const { t, format, language } = text;
  const { data, frame } = bundle;
  const columns = useMemo(() => linkColumns(frame), [frame]);
  const { data: area } = useArea(frame.area, frame.structure);
  const units = useMemo(() => {
    // A province that told of nothing is listed; a commune without a facility has nothing to connect.
    const isListed = columns.level === "province" && area?.unit.code === frame.area.code;
    const existing = isListed ? area.children.filter(({ code }) => !isUnknownCode(code)) : [];
    return prepareLinks(data?.links ?? [], columns, data ? existing : []);
  }, [data, columns, area, frame]);
  const counts = countLinks(units);
  const named = streams.map((stream) => ({ code: stream, name: t(`connections.stream.${stream}`) }));
  const nameOf = ({ isUnknown, name }: LinkUnit) => (isUnknown ? t("area.unknown") : name);
  const titleOf = (measure: (typeof linkMeasures)[number]) => connections.meta(measure).title[language];
  const isOfFacilities = columns.level === "facility";
  const nameTitle = t(isOfFacilities ? "facility.name" : "table.name");
  const title = isOfFacilities
    ? t("connections.links.byFacility")
    : t("connections.links.title", { level: t(`level.${columns.level}`) });
  const opens = ({ code }: LinkUnit): Partial<ViewState> | null => {
    const unit = parseAreaCode(code);
    return columns.level === "facility" ? { page: "facility", code } : unit ? { area: unit } : null;
  };
  /** From a cell: the unit with nothing but the cell's stream. */
  const opensStream = (unit: LinkUnit, { stream }: Link): Partial<ViewState> | null => {
    const to = opens(unit);
    return to?.area ? { ...to, only: narrowTo(frame.only, "stream", stream) } : to;
  };
  const whyOf = ({ code }: LinkUnit, { stream }: Link) => {
    const ofStream = ["stream", [stream]] as const;
    return columns.level === "facility"
      ? cellOf(rate, { where: [["facility_code", [code]], ofStream] })
      : cellOf(rate, { area: { level: columns.level, code }, where: [ofStream] });
  };
  const [from, to] = frame.period;
  return (
    <Figure
      title={title}
      unit={t("connections.links.unit")}
      period={t("period.range", { from: format.day(from), to: format.day(to) })}
      table={
        data && {
          columns: [
            { label: t("table.code"), kind: "text" },
            { label: nameTitle, kind: "text" },
            { label: t("connections.stream"), kind: "text" },
            { label: t("connections.links.state"), kind: "text" },
            ...linkMeasures.map((measure) => ({
              label: titleOf(measure),
              kind: connections.meta(measure).unit === "percent" ? ("share" as const) : ("number" as const),
            })),
          ],
          rows: units.flatMap((unit) =>
            unit.links.map((link) => [
              unit.code,
              nameOf(unit),
              t(`connections.stream.${link.stream}`),
              t(`connections.link.${link.state}`),
              link.rate,
              link.connected,
              link.toConnect,
              link.sent,
              link.accepted,
              link.rejected,
              link.fields,
            ]),
          ),
        }
      }
      painter={gridPainter({
        nameTitle,
        columns: named.map(({ name }) => ({ title: name })),
        rows: units.map((unit) => ({
          name: nameOf(unit),
          cells: unit.links.map((link) => ({
            lines: [
              [
                link.rate === null || isOfFacilities ? "" : format.percent(link.rate),
                t(`connections.link.${link.state}`),
              ]
                .filter(Boolean)
                .join(" · "),
              ...writeLink(link, text),
            ],
            ...(link.state === "noData" ? { ground: "missing" as const } : {}),
            ...(link.state === "notConnected" ? { ground: "warn" as const } : {}),
          })),
        })),
        nameWeight: 0.9,
      })}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={720}
      isEmpty={units.length === 0}
      className="span-12"
      by={["stream"]}
      why={linkMeasures.map(connections.meta)}
      notes={
        <>
          <ul className="key">
            {linkStates.map((state) => (
              <li key={state}>
                <LinkMark state={state} /> <b>{format.integer(counts[state])}</b>{" "}
                <span className="key-note">{t(`connections.link.${state}.detail`)}</span>
              </li>
            ))}
          </ul>
          <p>{t("connections.links.note")}</p>
        </>
      }
    >
      <Matrix
        label={title}
        nameTitle={nameTitle}
        columns={named}
        units={units}
        isFoldable={columns.level !== "province"}
        nameOf={(unit) => {
          const to = opens(unit);
          return to ? <ViewLink to={to}>{unit.name}</ViewLink> : nameOf(unit);
        }}
        cellOf={(unit, index) => {
          const link = unit.links[index];
          return (
            link && (
              <LinkCell
                link={link}
                name={nameOf(unit)}
                to={opensStream(unit, link)}
                isOne={isOfFacilities}
                isStop={unit.links.findIndex(({ state }) => state !== "noData") === index}
                why={whyOf(unit, link)}
              />
            )
          );
        }}
      />
    </Figure>
  );
}
