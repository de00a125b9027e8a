import { areaDimension, type Side } from "../areas/areaDimension.ts";
import type { AreaIndex, Level } from "../areas/areaIndex.ts";
import { type MemberCatalogue, memberName } from "../question/memberCatalogue.ts";
import type { ViewQuestion } from "../question/views.ts";
import type { Access } from "./access.ts";
import { isOwnUnit } from "./ownAreas.ts";
import { grantedExtent, notOwnArea } from "./refusals.ts";
import { viewAccess } from "./viewAccess.ts";

/** The dimensions that hold a question to units, and which units their codes are of. */
const heldTo: readonly { readonly dimension: string; readonly side: Side; readonly level: Level }[] = (
  [
    ["now", "province"],
    ["now", "commune"],
    ["then", "province"],
    ["then", "district"],
    ["then", "commune"],
  ] as const
).map(([side, level]) => ({ dimension: areaDimension(side, level), side, level }));

/** Whether every row of the answer is of an own area: a condition that all rows must pass names own units only. */
const isHeldToOwn = ({ view, held }: ViewQuestion, { own }: Access, index: AreaIndex): boolean =>
  heldTo.some(({ dimension, side, level }) => {
    const codes = held.get(`${view}.${dimension}`) ?? [];
    return codes.length > 0 && codes.every((code) => isOwnUnit(own, { side, level, code }, index));
  });

export interface Granting {
  readonly members: MemberCatalogue;
  /** Of the newest publication. */
  readonly publicationNumber: number;
  readAreas(): Promise<AreaIndex>;
}

/**
 * The one decision about a question, whichever door it comes through. Who has own areas may ask anything of rows that are all of
 * them; of the nation its totals, divided and narrowed only by what tells no area from another, and only as known now: the difference
 * between two publications is one province's file.
 * @throws HttpError (401, 403)
 */
export const grantQuestion = async (question: ViewQuestion, access: Access, granting: Granting): Promise<void> => {
  const { view, members: asked, held, publicationNumber } = question;
  const { permission, open } = viewAccess[view] ?? { permission: "figures", open: "none" };
  if (grantedExtent(access, permission) === "all") return;
  if (isHeldToOwn(question, access, await granting.readAreas())) return;
  const isOfNation = held.get(`${view}.area_level`)?.every((level) => level === "nation") ?? false;
  const isClosed = (name: string): boolean => {
    if (granting.members.get(name)?.kind === "measure" || open === "all" || isOfNation) return false;
    const dimension = memberName(name);
    return dimension !== "date" && dimension !== "as_known_on" && !open.includes(dimension);
  };
  const closed = [...new Set(asked.filter(isClosed))];
  const isOfBefore = publicationNumber !== granting.publicationNumber;
  if (open === "none" && !isOfNation) throw notOwnArea([`${view}.area_level`]);
  if (closed.length > 0 || isOfBefore) throw notOwnArea(isOfBefore ? [...closed, `${view}.as_known_on`] : closed);
};
