import { useMemo } from "react";
import { ViewLink } from "../../app/ViewLink.tsx";
import { BulletBar } from "../../charts/BulletBar.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { gridPainter } from "../../charts/gridPainter.ts";
import { Matrix } from "../../charts/Matrix.tsx";
import { StateMark } from "../../charts/StateMark.tsx";
import { UnitLink } from "../../charts/UnitLink.tsx";
import { isUnknownCode } from "../../data/isUnknownCode.ts";
import { useArea } from "../../data/useReference.ts";
import { useText } from "../../messages/useText.ts";
import { type AreaRef, parseAreaCode } from "../../url/areaRef.ts";
import { cellOf, type WhyCell } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import { whyProps } from "../../why/whyProps.ts";
import { connections, linkColumns, linkMeasures, type useLinks } from "./connections.ts";
import { countLinks, type Link, type LinkState, type LinkUnit, linkStates, prepareLinks } from "./prepareLinks.ts";
import { streams } from "./prepareStreams.ts";
import { writeFields } from "./writeFields.ts";

const rate = connections.meta("connected_facility_rate");
/** The shapes of the states against a target, which readers know by now. */
const marks = { sending: "met", silent: "stale", notConnected: "late", noData: "noData" } as const;

/** The units below the area, and of a commune its facilities, with every stream: connected, sending, silent. */
export function LinkMatrixFigure({ bundle }: { bundle: ReturnType<typeof useLinks> }) {
  const { t, format, language } = useText();
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
              [link.rate === null ? "" : format.percent(link.rate), t(`connections.link.${link.state}`)]
                .filter(Boolean)
                .join(" · "),
              ...describe(link),
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
        nameOf={(unit) =>
          isOfFacilities ? (
            <ViewLink to={{ page: "facility", code: unit.code }}>{unit.name}</ViewLink>
          ) : (
            <UnitLink code={unit.code} name={nameOf(unit)} />
          )
        }
        cellOf={(unit, index) => {
          const link = unit.links[index];
          const at =
            columns.level === "facility"
              ? { where: [["facility_code", [unit.code]] as const] }
              : { area: { level: columns.level, code: unit.code }, where: [] };
          return (
            link && (
              <LinkCell
                link={link}
                name={nameOf(unit)}
                details={describe(link)}
                area={parseAreaCode(unit.code)}
                isStop={unit.links.findIndex(({ state }) => state !== "noData") === index}
                why={cellOf(rate, { ...at, where: [...at.where, ["stream", [link.stream]]] })}
              />
            )
          );
        }}
      />
    </Figure>
  );

  function describe(link: Link): string[] {
    const { sent, accepted, rejected } = link;
    const fields = link.fields === null ? "" : writeFields(link, format, t);
    const records =
      // Where nobody is connected, that nothing came says nothing more.
      sent === null || (sent === 0 && link.state !== "silent")
        ? ""
        : t("connections.link.records", { accepted: format.compact(accepted), rejected: format.compact(rejected) });
    return [records, fields].filter((line) => line !== "");
  }
}

function LinkMark({ state }: { state: LinkState }) {
  const { t } = useText();
  return (
    <StateMark
      state={marks[state]}
      word={t(`connections.link.${state}`)}
      detail={t(`connections.link.${state}.detail`)}
    />
  );
}

interface CellProps {
  link: Link;
  name: string;
  details: readonly string[];
  area: AreaRef | undefined;
  isStop: boolean;
  why: WhyCell | null;
}

function LinkCell({ link, name, details, area, isStop, why }: CellProps) {
  const { t, format } = useText();
  const { state } = link;
  const content = (
    <>
      {link.rate !== null && <b>{format.percent(link.rate)}</b>}
      <LinkMark state={state} />
    </>
  );
  return (
    <td data-state={marks[state]}>
      {state === "noData" && details.length === 0 ? (
        content
      ) : (
        <>
          {area ? (
            <ViewLink to={{ area }} className="matrix-link" tabIndex={isStop ? 0 : -1} {...whyProps(why)}>
              {content}
            </ViewLink>
          ) : (
            content
          )}
          <WhyButton
            cell={why}
            of={`${name}, ${t(`connections.stream.${link.stream}`)}`}
            isOneOfMany={area !== undefined || !isStop}
          />
          {link.rate !== null && <BulletBar share={link.rate} target={null} />}
          {details.map((line) => (
            <span key={line} className="matrix-detail">
              {line}
            </span>
          ))}
        </>
      )}
    </td>
  );
}
