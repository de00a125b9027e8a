import type { Area } from "./areaIndex.ts";

const brief = ({ level, code, name, fullName }: Area) => ({ level, code, name, fullName });

/** From the nation down to the unit above. */
export const ancestorsOf = (area: Area): { level: string; code: string; name: string; fullName: string }[] => {
  const ancestors = [];
  for (let at = area.parent; at !== undefined; at = at.parent) ancestors.unshift(brief(at));
  return ancestors;
};

/** A unit with what is above and below it; an unknown member only if facts are counted under it. */
export const areaAnswer = (area: Area, unknownWithFacts: ReadonlySet<string>) => ({
  unit: { structure: area.structure, ...brief(area), type: area.type, isUnknown: area.isUnknown },
  ancestors: ancestorsOf(area),
  children: area.children
    .filter((child) => !child.isUnknown || unknownWithFacts.has(`${child.structure}/${child.level}/${child.code}`))
    .map((child) => ({ ...brief(child), type: child.type, isUnknown: child.isUnknown })),
});
