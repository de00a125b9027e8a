import { type Format, MISSING } from "../../format/createFormat.ts";
import type { Translate } from "../../messages/createTranslate.ts";
import type { Target } from "./prepareTargets.ts";

/** A value in the unit of its indicator. */
export const writeValue = (value: number | null, { isShare }: Pick<Target, "isShare">, format: Format): string =>
  value === null
    ? MISSING
    : isShare
      ? format.percent(value)
      : Number.isInteger(value) || Math.abs(value) >= 100
        ? format.compact(value)
        : format.decimal(value);

/** A pace per day: of a share, in percentage points. What rounds to nothing is not nothing. */
export function writeRate(value: number | null, { isShare }: Pick<Target, "isShare">, format: Format, t: Translate) {
  if (value === null) return MISSING;
  const size = Math.abs(isShare ? value * 100 : value);
  const small = size > 0 && size < 0.01;
  const sign = value < 0 ? "−" : "";
  const amount = small
    ? `${value < 0 ? "> −" : "< "}${format.decimal(0.01)}`
    : `${sign}${size >= 100 ? format.compact(size) : format.decimal(size)}`;
  return isShare ? t("targets.points", { amount }) : amount;
}

/** When the target would be reached, and how late that is. */
export function writeOutlook({ state, row }: Target, format: Format, t: Translate): string {
  if (state === "stale") return t("targets.outlook.stale", { day: format.day(row.value_date || null) });
  if (state === "noData") return t(row.current_value === null ? "targets.outlook.noValue" : "targets.outlook.noPace");
  if (state === "met") return t("targets.outlook.met");
  const days = row.days_late ?? 0;
  if (row.forecast_date === null) return days > 0 ? t("targets.outlook.overdue", { days }) : t("targets.outlook.never");
  const day = format.day(row.forecast_date);
  return days > 0 ? t("targets.outlook.late", { day, days }) : t("targets.outlook.inTime", { day });
}
