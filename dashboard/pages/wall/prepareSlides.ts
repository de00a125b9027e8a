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
);

/** As many as can be read from across the room. */
const TARGETS_A_SLIDE = 4;

interface Told {
  stands: readonly SubjectStand[];
  burnDown: BurnDown | null;
  targets: readonly Target[];
}

/** What the wall shows, in the order it is shown. A page that would have nothing to show is left out; the first says what is missing. */
export function prepareSlides({ stands, burnDown, targets }: Told): Slide[] {
  const slides: Slide[] = [{ key: "overview", page: "overview", kind: "overview", stands }];
  for (const stand of stands) {
    const { page } = stand.subject;
    if (isWorthPage(stand)) slides.push({ key: page, page, kind: "subject", stand });
    if (page === "vaccination" && burnDown !== null && burnDown.verdict !== "noData") {
      slides.push({ key: "burnDown", page, kind: "burnDown", burnDown });
    }
  }
  for (let first = 0; first < targets.length; first += TARGETS_A_SLIDE) {
    slides.push({
      key: `targets ${first}`,
      page: "targets",
      kind: "targets",
      targets: targets.slice(first, first + TARGETS_A_SLIDE),
      first,
      count: targets.length,
    });
  }
  return slides;
}

const isWorthPage = ({ kpi, parts }: SubjectStand) =>
  kpi.value !== null && (parts?.ranking.areas.filter(({ rank }) => rank !== null).length ?? 0) > 1;
