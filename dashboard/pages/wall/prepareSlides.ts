import type { NewsItem } from "../overview/prepareNews.ts";
import type { SubjectStand } from "../overview/prepareStand.ts";
import type { PageName } from "../pages.ts";
import type { Target } from "../targets/prepareTargets.ts";
import type { BurnDown } from "../vaccination/prepareBurnDown.ts";

/** One page of the wall screen. `key` stays the same while figures change. */
export type Slide = { key: string; page: PageName } & (
  | { kind: "overview"; stands: readonly SubjectStand[] }
  | { kind: "subject"; stand: SubjectStand }
  | { kind: "burnDown"; burnDown: BurnDown }
  | { kind: "targets"; targets: readonly Target[]; first: number; count: number }
  | { kind: "news"; items: readonly NewsItem[]; first: number; count: number }
);

/** As many as can be read from across the room. */
const TARGETS_A_SLIDE = 4;
const SENTENCES_A_SLIDE = 5;

interface Told {
  stands: readonly SubjectStand[];
  burnDown: BurnDown | null;
  targets: readonly Target[];
  news: readonly NewsItem[];
}

/** What the wall shows, in the order it is shown. A page that would have nothing to show is left out; the first says what is missing. */
export function prepareSlides({ stands, burnDown, targets, news }: Told): Slide[] {
  const slides: Slide[] = [{ key: "overview", page: "overview", kind: "overview", stands }];
  for (const stand of stands) {
    const { page } = stand.subject;
    if (isWorthPage(stand)) slides.push({ key: page, page, kind: "subject", stand });
    if (page === "vaccination" && burnDown !== null && burnDown.verdict !== "noData") {
      slides.push({ key: "burnDown", page, kind: "burnDown", burnDown });
    }
  }
  for (const { first, some } of inParts(targets, TARGETS_A_SLIDE)) {
    const key = `targets ${first}`;
    slides.push({ key, page: "targets", kind: "targets", targets: some, first, count: targets.length });
  }
  for (const { first, some } of inParts(news, SENTENCES_A_SLIDE)) {
    slides.push({ key: `news ${first}`, page: "overview", kind: "news", items: some, first, count: news.length });
  }
  return slides;
}

const isWorthPage = ({ kpi, parts }: SubjectStand) =>
  kpi.value !== null && (parts?.ranking.areas.filter(({ rank }) => rank !== null).length ?? 0) > 1;

const inParts = <T>(all: readonly T[], size: number): { first: number; some: readonly T[] }[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => ({
    first: index * size,
    some: all.slice(index * size, (index + 1) * size),
  }));
