/** Kinds of rows of a view whose figures stand at several grains, with the measures that are sums of them. */
export type RowKinds = Readonly<Record<string, readonly string[]>>;

/**
 * The kinds of rows that a query needs: those that its measures sum, so that no row stands in the answer for nothing, and no fact is
 * read for nothing. A query without measures lists the members of the kinds in `listed`.
 */
export const rowKindsOf = (members: readonly string[], measures: RowKinds, listed: readonly string[]): string[] => {
  const names = new Set(members.map((member) => member.slice(member.indexOf(".") + 1)));
  const kinds = Object.keys(measures).filter((kind) => measures[kind]?.some((measure) => names.has(measure)));
  return kinds.length === 0 ? [...listed] : kinds;
};

const attributes = /\.(?:facility_name|facility_type|ownership|grade|managing_level)$/;

/** Whether a query names what the list of facilities tells of one, and the list has to be read. */
export const asksAttributes = (members: readonly string[]): boolean =>
  members.some((member) => attributes.test(member));

const communeMembers = /\.(?:(?:then|now)_commune_(?:code|name)|then_district_(?:code|name)|area_mapping)$/;

/**
 * Which places people are counted at: those of provinces, or of communes where a query names communes or districts (a province's
 * whole says nothing of its communes). `then_` where it names the places of the time: a place told in another structure stands there
 * under the unit that it belonged to at the time, so that people never stand beside the facts of another unit of the same code.
 */
export const peoplePlacesOf = (members: readonly string[]): string =>
  `${members.some((member) => /\.then_/.test(member)) ? "then_" : ""}${
    members.some((member) => communeMembers.test(member)) ? "commune" : "province"
  }`;
