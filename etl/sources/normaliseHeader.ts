/** Form in which column names are compared: no case, tone marks, spaces, underscores, hyphens or dots. */
export const normaliseHeader = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]/gu, "");
