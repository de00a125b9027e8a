import { asNumber } from "../../data/readValue.ts";

export type CitationOutcome = "same" | "changed" | "appeared" | "gone";

/** What became of a figure since it was cited, and by how much it changed where both are numbers. */
export function prepareCitation(
  cited: string | null,
  now: string | null,
): { outcome: CitationOutcome; difference: number | null } {
  if (cited === now) return { outcome: "same", difference: null };
  if (cited === null) return { outcome: "appeared", difference: null };
  if (now === null) return { outcome: "gone", difference: null };
  const [before, after] = [asNumber(cited), asNumber(now)];
  if (before === null || after === null) return { outcome: "changed", difference: null };
  return before === after ? { outcome: "same", difference: null } : { outcome: "changed", difference: after - before };
}
