import type { ExpandedMember } from "../../expand/expandMembers.ts";
import type { ExpandedView } from "../../expand/expandModel.ts";

const asked = (members: readonly ExpandedMember[], name: string): Set<string> =>
  new Set(members.flatMap(({ asks }) => asks[name] ?? []));

/**
 * The values of a view's hidden members for a query that names these members ("payments.amount_vnd"): what its measures and dimensions ask for
 * in the model. What measures have to ask for is asked by dimensions only where a query names no measure, so that no row stands in the answer
 * for nothing, and no fact is read for nothing.
 */
export const hiddenMembers = (view: ExpandedView, members: readonly string[]): Readonly<Record<string, string>> => {
  const names = new Set(members.map((member) => member.slice(member.indexOf(".") + 1)));
  const measures = view.measures.filter(({ name }) => names.has(name));
  const dimensions = view.dimensions.filter(({ name }) => names.has(name));
  return Object.fromEntries(
    Object.entries(view.hidden).map(([name, { asked_of, all, finest, otherwise = [] }]) => {
      const ofMeasures = asked(measures, name);
      const others = asked_of === "measures" && ofMeasures.size > 0 ? [] : asked(dimensions, name);
      const values = new Set([...ofMeasures, ...others]);
      if (finest !== undefined) return [name, finest.findLast((each) => values.has(each)) ?? finest[0] ?? ""];
      const counted = (all ?? []).filter((each) => values.has(each));
      return [name, (counted.length > 0 ? counted : otherwise).join(",")];
    }),
  );
};
