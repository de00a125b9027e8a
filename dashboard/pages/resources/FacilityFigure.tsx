import { useMemo } from "react";
import { Figure } from "../../charts/Figure.tsx";
import { FigureDataTable } from "../../charts/FigureDataTable.tsx";
import type { FigureTable } from "../../charts/figureTable.ts";
import { wordOf } from "../../charts/prepareParts.ts";
import { useText } from "../../messages/useText.ts";
import { prepareFacilities } from "./prepareFacilities.ts";
import { resources, type useFacilities } from "./resources.ts";

/** Every facility of the area, those to be asked for their figures first. */
export function FacilityFigure({ bundle }: { bundle: ReturnType<typeof useFacilities> }) {
  const { t, format, language } = useText();
  const facilities = useMemo(() => prepareFacilities(bundle.data?.facilities ?? []), [bundle.data]);
  const title = t("facility.table");
  const say = (dimension: string, code: string) => {
    const word = wordOf(dimension, code);
    return word === null ? code : t(word);
  };
  const titleOf = (measure: Parameters<typeof resources.meta>[0]) => resources.meta(measure).title[language];
  const table: FigureTable = {
    columns: [
      { label: t("facility.name"), kind: "text" },
      { label: t("facility.update"), kind: "text" },
      { label: titleOf("newest_update_date"), kind: "day" },
      { label: t("facility.type"), kind: "text" },
      { label: t("facility.ownership"), kind: "text" },
      { label: t("facility.grade"), kind: "text" },
      ...(["doctors", "nurses", "beds_actual", "equipment_broken"] as const).map((measure) => ({
        label: titleOf(measure),
        kind: "number" as const,
      })),
      { label: t("facility.code"), kind: "text" },
    ],
    rows: facilities.map((row) => [
      row.facility_name,
      t(`facility.state.${row.state}`, { day: format.day(row.newest_update_date) }),
      row.newest_update_date,
      say("facility_type", row.facility_type),
      say("ownership", row.ownership),
      say("grade", row.grade),
      row.doctors,
      row.nurses,
      row.beds_actual,
      row.equipment_broken,
      row.facility_code,
    ]),
  };
  const isNation = bundle.frame.area.level === "nation";
  return (
    <Figure
      title={title}
      unit={t("table.unit")}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={bundle.data && table}
      isTableOnly
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={facilities.length === 0}
      emptyMessage={t(isNation ? "facility.chooseProvince" : "facility.none")}
      className="span-12"
      notes={<p>{t("facility.tableNote", { count: facilities.length })}</p>}
    >
      <FigureDataTable caption={title} table={table} />
    </Figure>
  );
}
