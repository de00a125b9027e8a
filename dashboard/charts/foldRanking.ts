import { isUnknownCode } from "../data/isUnknownCode.ts";

/** A unit in its place; null: it has none. */
interface Ranked {
  code: string;
  rank: number | null;
}
/** Consecutive areas of a ranking, shown or left out. */
export interface RankingSection<A extends Ranked> {
  areas: A[];
  isFolded: boolean;
  /** None of those left out has a place. */
  isUnranked: boolean;
}

const AT_EACH_END = 10;
/** Fewer than this are not worth a line that says they are left out. */
const LEAST_FOLDED = 5;

/** The ten best and the ten worst of a long ranking, the chosen area in its place between them, the first ten of those without a rank, and the unknown member. */
export function foldRanking<A extends Ranked>(areas: readonly A[], chosen: string | null): RankingSection<A>[] {
  const ranked = areas.filter((area) => area.rank !== null).length;
  const isShown = (area: A, index: number) =>
    index < AT_EACH_END ||
    (index >= ranked - AT_EACH_END && index < ranked + AT_EACH_END) ||
    area.code === chosen ||
    isUnknownCode(area.code);
  const sections: RankingSection<A>[] = [];
  for (const [index, area] of areas.entries()) {
    const isFolded = !isShown(area, index);
    const last = sections.at(-1);
    if (last?.isFolded === isFolded) last.areas.push(area);
    else sections.push({ areas: [area], isFolded, isUnranked: area.rank === null });
  }
  return sections.map((section) => ({
    ...section,
    isFolded: section.isFolded && section.areas.length >= LEAST_FOLDED,
  }));
}
