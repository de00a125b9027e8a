import type { Language } from "../../messages/catalogues.ts";
import type { SourceFigures } from "./quality.ts";

/** One source as đúng, đủ, sạch, sống tell of it. A part that does not apply to it, or is not known, is null. */
export interface Source {
  code: string;
  name: string;
  right: Share | null;
  complete: Share | null;
  fields: Share | null;
  clean: Share | null;
  live: Freshness | null;
  findings: number | null;
  open: number | null;
}
export interface Share {
  rate: number;
  part: number | null;
  whole: number | null;
}
export interface Freshness {
  newest: string | null;
  /** Days from the newest figures to the day asked for. */
  age: number | null;
  promised: number | null;
  /** Null for a source without a rhythm: nothing was promised. */
  isLive: boolean | null;
}

const share = (rate: number | null, part: number | null, whole: number | null): Share | null =>
  rate === null ? null : { rate, part, whole };

/** How far the source is from whole in its worst respect; 1 where nothing is known to be wrong. */
const worst = ({ right, complete, clean, live }: Source): number =>
  live?.isLive === false ? 0 : Math.min(right?.rate ?? 1, complete?.rate ?? 1, clean?.rate ?? 1);

/** The sources of an area, the one to worry about first. */
export function prepareSources(rows: readonly SourceFigures[], language: Language): Source[] {
  return rows
    .map((row): Source => {
      const isTold = row.newest_fact_date !== null || row.promised_days !== null;
      return {
        code: row.source,
        name: (language === "vi" ? row.source_name : row.source_name_en || row.source_name) || row.source,
        right: share(row.accuracy, row.subjects_right, row.subjects_checked),
        complete: share(row.completeness, row.units_received, row.units_expected),
        fields: share(row.fields_complete_rate, row.fields_filled, row.fields_expected),
        clean: share(row.clean_rate, row.rows_accepted, row.rows_received),
        live: isTold
          ? {
              newest: row.newest_fact_date,
              age: row.days_since_newest,
              promised: row.promised_days,
              isLive: row.live_rate === null ? null : row.live_rate === 1,
            }
          : null,
        findings: row.findings_count,
        open: row.findings_open,
      };
    })
    .sort((a, b) => worst(a) - worst(b) || a.name.localeCompare(b.name, "vi"));
}
