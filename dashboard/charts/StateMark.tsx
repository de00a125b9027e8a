import { useText } from "../messages/useText.ts";
import type { FigureState } from "./assess.ts";

const shapes: Record<FigureState, string> = {
  met: "M6 .5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM3.4 6.1l1.9 1.9l3.4-3.7",
  onTrack: "M6 1.2l5.2 9.3H.8z",
  late: "M6 .4l5.6 5.6L6 11.6L.4 6z",
  stale: "M6 1a5 5 0 1 1 0 10a5 5 0 0 1 0-10zM6 3.2V6l2 1.6",
  noData: "M6 1a5 5 0 1 1 0 10a5 5 0 0 1 0-10z",
};

interface Props {
  state: FigureState;
  /** What the state means here; else what it means against a target. */
  detail?: string;
  /** What it is called here; else as against a target. */
  word?: string;
  wordless?: boolean;
}

/** One of the states: a shape of its own and a word, never colour alone. */
export function StateMark({ state, detail, word, wordless = false }: Props) {
  const { t } = useText();
  return (
    <span className={`state state-${state}`} title={detail ?? t(`figureState.${state}.detail`)}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      <span className={wordless ? "visually-hidden" : ""}>{word ?? t(`figureState.${state}`)}</span>
    </span>
  );
}
