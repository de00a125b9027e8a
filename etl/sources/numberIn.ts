/**
 * The number that a text of a sheet means, with thousands separators either way and a decimal comma or point: 1234, 1.234,
 * "1 234", "1.234,5", "1,5", "12 %". Undefined: empty, or no number.
 */
export const numberIn = (text: string): number | undefined => {
  const bare = text.replace(/[\s\u00a0\u202f%]/g, "");
  if (!/^-?\d[\d.,]*$/.test(bare)) return undefined;
  if (/^-?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/.test(bare)) return Number(bare.replace(/[.,]/g, ""));
  const parts = bare.split(/[.,]/);
  const fraction = parts.length > 1 ? parts.at(-1) : undefined;
  const whole = (fraction === undefined ? parts : parts.slice(0, -1)).join("");
  if (parts.length > 2 && !/^-?\d{1,3}([.,]\d{3})+[.,]\d+$/.test(bare)) return undefined;
  return Number(fraction === undefined ? whole : `${whole}.${fraction}`);
};
