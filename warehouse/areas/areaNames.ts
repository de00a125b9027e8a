const types = ["Thành phố", "Thị xã", "Thị trấn", "Phường", "Huyện", "Quận", "Tỉnh", "Đặc khu", "Xã"] as const;
export type AreaType = (typeof types)[number];

export interface AreaName {
  /** "Ba Đình"; a number keeps its type: "Phường 12", "Quận 1". */
  name: string;
  /** "Phường Ba Đình". */
  fullName: string;
  type: AreaType;
}

/** One spelling: composed letters, single spaces, straight apostrophes, the type's second word in lower case. */
export const tidyName = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[’ʼ‘`]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(Thị|Thành) (Trấn|Xã|Phố) /, (_, first: string, second: string) => `${first} ${second.toLowerCase()} `);

/**
 * Type and bare name of a unit's full name.
 * @throws TypeError if the name starts with no known type
 */
export const parseAreaName = (text: string): AreaName => {
  const fullName = tidyName(text);
  const type = types.find((candidate) => fullName.startsWith(`${candidate} `));
  if (type === undefined) throw new TypeError(`a unit's name without its type: ${text}`);
  const bare = fullName.slice(type.length + 1);
  return { name: /^(?:\d+|[IVX]+)$/.test(bare) ? fullName : bare, fullName, type };
};
