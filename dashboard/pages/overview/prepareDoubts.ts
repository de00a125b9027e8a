import dayjs from "dayjs";
import type { Text } from "../../messages/useText.ts";
import type { NewsItem, Told } from "./prepareNews.ts";
import type { SubjectStand } from "./prepareStand.ts";

/** Data older than this tells nothing of the day asked for, as in the view of targets. */
const STALE_AFTER_DAYS = 92;
/** With fewer of the reports that are due, a rate says more of who reported than of the country: the bar of routine surveillance. */
const COMPLETE_FROM = 0.8;

type Known = Pick<Told, "sources" | "rules">;

const doubt = (
  key: string,
  message: NewsItem["message"],
  values: NewsItem["values"],
  to: NewsItem["to"],
): NewsItem => ({
  key,
  message,
  values,
  to,
  isDoubt: true,
});
const onQuality = { page: "quality" } as const;

/** Why a subject's figure is not to be concluded from; null where nothing speaks against it. */
export function prepareSubjectDoubt(
  { subject, kpi, dataTime, frame }: SubjectStand,
  { sources, rules }: Known,
  { t, format, language }: Text,
): NewsItem | null {
  const name = t(subject.name);
  const source = sources?.find(({ code }) => code === subject.basis);
  const newest = source?.live?.newest ?? dataTime;
  if (dayjs(frame.asOf).diff(dataTime, "day") > STALE_AFTER_DAYS || source?.live?.isLive === false) {
    return doubt(
      subject.page,
      "overview.news.stale",
      { subject: name, day: format.day(newest) },
      toSource(source?.code),
    );
  }
  const compared = (rules ?? []).filter(
    ({ kind, result, ours }) =>
      kind === "report_and_warehouse" && result !== "no_data" && ours.terms.includes(`${kpi.meta.view}.`),
  );
  // Later figures may agree where earlier ones did not: only the newest published ones speak of today's.
  const day = compared
    .map((rule) => rule.day)
    .sort()
    .at(-1);
  const latest = compared.filter((rule) => rule.day === day);
  const broken = latest.filter(({ result }) => result === "broken");
  if (day !== undefined && broken.length > 0) {
    const values = { subject: name, day: format.day(day), broken: broken.length, count: latest.length };
    return doubt(subject.page, "overview.news.unreconciled", values, onQuality);
  }
  const rate = source?.complete?.rate;
  if (rate !== undefined && rate < COMPLETE_FROM) {
    const values = { subject: name, rate: format.percent(rate), measure: kpi.meta.title[language] };
    return doubt(subject.page, "overview.news.incomplete", values, toSource(source?.code));
  }
  return null;
}

const toSource = (source: string | undefined) => (source === undefined ? onQuality : { ...onQuality, source });

/** What is missing, late or at odds with what was published, beside the subjects told of one by one; that all is well, where it is. */
export function prepareDoubts(
  { stands, sources, rules }: Pick<Told, "stands" | "sources" | "rules">,
  { t }: Text,
): NewsItem[] {
  const items: NewsItem[] = [];
  const missing = stands.filter(
    ({ kpi, dataTime, subject }) => subject.page !== "targets" && (kpi.value === null || dataTime === null),
  );
  if (missing.length > 0) {
    const names = missing.map(({ subject }) => t(subject.name)).join("; ");
    items.push(doubt("missing", "overview.news.missing", { names }, onQuality));
  }
  const told = new Set(stands.map(({ subject }) => subject.basis));
  const late = (sources ?? []).filter(({ code, live }) => live?.isLive === false && !told.has(code));
  if (late.length > 0) {
    const names = late.map(({ name }) => name).join("; ");
    items.push(doubt("late", "overview.news.lateSources", { count: late.length, names }, onQuality));
  }
  const held = (rules ?? []).filter(({ kind, result }) => kind === "report_and_warehouse" && result !== "no_data");
  const broken = held.filter(({ result }) => result === "broken");
  const [worst] = broken;
  if (worst) {
    const values = { broken: broken.length, count: held.length, name: worst.name };
    items.push(doubt("rules", "overview.news.broken", values, onQuality));
  }
  return items;
}
