import { plainText } from "../../warehouse/textKey.ts";
/** Form in which column names are compared: no case, tone marks, spaces, underscores, hyphens or dots. */
export const normaliseHeader = (name: string): string => plainText(name).replace(/[^\p{L}\p{N}]/gu, "");
