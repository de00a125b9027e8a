import { useTargetStates } from "../../charts/useTargetStates.ts";
import type { Frame } from "../../data/frame.ts";
import { useBundles } from "../../data/useBundles.ts";
import { useNewestDays } from "../../data/useReference.ts";
import { prepareStand, type SubjectStand } from "./prepareStand.ts";
import { subjects } from "./subjects.ts";

const figures = subjects.map(({ name, load }) => ({ key: ["subject", name], load }));
const figuresBelow = subjects.map(({ name, loadParts }) => ({ key: ["subjectParts", name], load: loadParts }));

/** Where every subject stands in the area, and the units below it; those not known yet are left out. */
export function useSubjectStands(frame: Frame): { stands: SubjectStand[]; isLoading: boolean; isFailing: boolean } {
  const rows = useBundles(figures, frame);
  const parts = useBundles(figuresBelow, frame);
  const targets = useTargetStates(frame);
  const newestDays = useNewestDays();
  const stands = subjects.flatMap((subject, index): SubjectStand[] => {
    const told = rows[index]?.data;
    if (!told || !newestDays) return [];
    const stand = prepareStand(subject, { rows: told, parts: parts[index]?.data, newestDays, targets });
    return stand === null ? [] : [stand];
  });
  return {
    stands,
    isLoading: [...rows, ...parts].some(({ data, error }) => !data && !error),
    isFailing: [...rows, ...parts].some(({ error }) => error !== null),
  };
}
