import { views } from "../../server/question/views.ts";
import { addDays, type BaseFacts, type Cut, type Fact, type Figures, newest } from "./baseFacts.ts";

/** The figure of an indicator at a day, of the places that count. */
export type IndicatorFigure = (indicator: Fact, cut: Cut) => number | null;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);
/** A value older than that says nothing of the day asked for, unless the deadline has come by then. */
const staleAfterDays = 92;
const hundredYears = 36_525;
const nation = 0;
const isProvinceToday = (place: number): boolean => Math.floor(place / 100_000) === 342;

interface Standing {
  readonly status: string;
  readonly figures: Figures;
}

const missing = { current_value: null, progress: null, gap: null, required_daily_rate: null, pace: null };
const unknown = { forecast_date: null, days_late: null };

/** How an indicator that is to rise stands to a target. */
const standingOf = (
  target: Fact,
  to: string,
  valueDay: string,
  value: number | null,
  earlier: number | null,
): Standing => {
  const goal = target.number("target_value");
  const deadline = target.text("deadline");
  if (value === null) return { status: "no_data", figures: { target_value: goal, ...missing, ...unknown } };
  const gap = goal - value;
  const pace = earlier === null ? null : (value - earlier) / 28;
  const isReached = gap <= 1e-9;
  const told = {
    target_value: goal,
    current_value: value,
    gap,
    pace,
    progress: isReached ? 1 : Math.max(0, value / goal),
  };
  if (daysBetween(valueDay, to) > staleAfterDays && valueDay < deadline) {
    return { status: "stale", figures: { ...told, required_daily_rate: null, ...unknown } };
  }
  if (isReached)
    return { status: "met", figures: { ...told, required_daily_rate: 0, forecast_date: null, days_late: 0 } };
  const days =
    pace !== null && pace > 0 && gap / pace <= hundredYears ? Math.ceil(Number((gap / pace).toFixed(6))) : undefined;
  const forecast = days === undefined ? null : addDays(valueDay, days);
  const late = to > deadline ? daysBetween(deadline, to) : null;
  const status = (): string => {
    if (to > deadline) return "late";
    if (pace === null) return "no_data";
    return forecast !== null && forecast <= deadline ? "on_track" : "late";
  };
  return {
    status: status(),
    figures: {
      ...told,
      required_daily_rate: to < deadline ? gap / daysBetween(to, deadline) : null,
      forecast_date: forecast,
      days_late: forecast === null ? late : Math.max(0, daysBetween(deadline, forecast)),
    },
  };
};

const lastVersions = (facts: BaseFacts, { to, publication }: Cut): Fact[] => {
  const versions = newest(
    facts.inForce("mart.fct_targets", publication),
    (fact) => `${fact.text("target_code")} ${fact.text("valid_from")}`,
  )
    .filter((fact) => fact.text("valid_from") <= to)
    .sort((a, b) => a.text("valid_from").localeCompare(b.text("valid_from")));
  return [...new Map(versions.map((fact) => [fact.text("target_code"), fact])).values()];
};

/** Targets of the nation, for itself or for each of today's provinces. */
export const targetFigures = (facts: BaseFacts, cut: Cut, figureOf: IndicatorFigure): Figures => {
  const { to, publication, holds } = cut;
  const indicators = newest(facts.inForce("mart.dim_indicators", publication), (fact) => fact.text("indicator_code"));
  const provinces = facts.places.filter(isProvinceToday);
  const standings = lastVersions(facts, cut).flatMap((target) => {
    const areas = target.text("applies_to") === "provinces" ? provinces : [nation];
    const indicator = indicators.find((each) => each.text("indicator_code") === target.text("indicator_code"));
    const view = indicator?.text("measure").split(".")[0] ?? "";
    const reach = facts.days(views[view]?.jobs ?? [], publication);
    const valueDay = reach === undefined || to < reach.last ? to : reach.last;
    return areas.filter(holds).map((area): Standing => {
      const code = facts.placeOf(area)?.text("now_province_code");
      const within = (place: number): boolean =>
        area === nation || facts.placeOf(place)?.text("now_province_code") === code;
      const at = (day: string): number | null =>
        indicator === undefined || reach === undefined
          ? null
          : figureOf(indicator, { from: "1970-01-01", to: day, publication, holds: within });
      return standingOf(target, to, valueDay, at(valueDay), at(addDays(valueDay, -28)));
    });
  });
  const [one, ...others] = standings;
  const count = (status: string): number | null =>
    standings.length === 0 ? null : standings.filter((standing) => standing.status === status).length;
  return {
    ...{ target_value: null, ...missing, ...unknown },
    ...(one !== undefined && others.length === 0 ? one.figures : {}),
    target_count: standings.length === 0 ? null : standings.length,
    targets_met: count("met"),
    targets_on_track: count("on_track"),
    targets_late: count("late"),
    targets_stale: count("stale"),
    targets_without_data: count("no_data"),
  };
};
