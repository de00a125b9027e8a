import type { Area } from "../data/fetchAreas.ts";
import type { Peer, Peers } from "../data/usePeers.ts";
import type { AreaRef } from "../url/areaRef.ts";

/**
 * Areas with their names. Two of one name are told apart by what they are part of.
 * @param found what is known of each; undefined: not yet, null: there is no such unit
 */
export function namePeers(
  here: AreaRef,
  peers: readonly AreaRef[],
  found: readonly (Area | null | undefined)[],
  nation: string,
): Omit<Peers, "isWaiting"> {
  const self = { area: here, facts: found[0] };
  const others = peers.map((area, index) => ({ area, facts: found[index + 1] }));
  const known = [self, ...others].filter(({ facts }) => facts !== null);
  const shortOf = ({ area, facts }: typeof self): string =>
    area.level === "nation" ? nation : ((area.level === "province" ? facts?.unit.name : facts?.unit.fullName) ?? "…");
  const nameOf = (one: typeof self): Peer => {
    const name = shortOf(one);
    const isShared = known.some((other) => other !== one && shortOf(other) === name);
    const above = one.facts?.ancestors.at(-1)?.name;
    return { area: one.area, name: isShared && above !== undefined ? `${name}, ${above}` : name };
  };
  return {
    here: nameOf(self),
    peers: known.filter((one) => one !== self).map(nameOf),
    unknown: others.filter(({ facts }) => facts === null).map(({ area }) => area.code),
  };
}
