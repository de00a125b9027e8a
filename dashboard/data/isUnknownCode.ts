/** Facts known only for the unit above hang under its unknown member, whose code ends in a question mark. */
export const isUnknownCode = (code: string) => code === "" || code.endsWith("?");
