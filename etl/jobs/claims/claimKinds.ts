/**
 * MA_LOAI_KCB, appendix 1 of Decision 824/QĐ-BYT of 2023-02-15, and what an episode of the kind counts as.
 *
 * - visits (insured_visits): 01 examination; 02 outpatient treatment; 05 and 08 outpatient treatment of long-term diseases, with
 *   examination and drugs, or with services too.
 * - stays (inpatient_admissions, with their inpatient_days): 03 inpatient treatment; 04 inpatient treatment by day; 06 stay at a
 *   commune health station or a regional polyclinic; 09 inpatient treatment of less than four hours, which has no days.
 * - neither: 07 drugs by appointment, without examination; 10 other cases. They are read, and listed as findings.
 *
 * Before that decision the codes were 1, 2 and 3, with the same meaning.
 */
export const claimKinds = {
  visits: ["01", "02", "05", "08"],
  stays: ["03", "04", "06", "09"],
  neither: ["07", "10"],
} as const;

/** SQL: an array of codes. */
export const kindList = (...names: readonly (keyof typeof claimKinds)[]): string =>
  `[${names
    .flatMap((name) => claimKinds[name])
    .map((code) => `'${code}'`)
    .join(", ")}]`;

/** SQL: the two-digit code that a text means; '' for none. */
export const kindOf = (text: string): string =>
  `if(match(trimBoth(${text}), '^[0-9]{1,2}$') AND has(${kindList("visits", "stays", "neither")}, leftPad(trimBoth(${text}), 2, '0')),
    leftPad(trimBoth(${text}), 2, '0'), '')`;
