import type { MouseEvent, ReactNode } from "react";
import { useView } from "../app/ViewProvider.tsx";
import { type Conditions, choose, EVERYTHING, keptOf } from "../data/narrowing.ts";
import { useText } from "../messages/useText.ts";
import { holdInPlace } from "./holdInPlace.ts";

interface Props {
  dimension: string;
  value: string;
  /** What the figure is narrowed to by itself, so that the page tells of the same. */
  within?: Conditions;
  /** What the value is called. */
  children: ReactNode;
}

/** With a finger nothing can be held down: there each touch adds. */
const isAdding = ({ nativeEvent, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey || (nativeEvent instanceof PointerEvent && nativeEvent.pointerType === "touch");

/** The name of a value in a figure that is told by it: narrows the page to it, and lets it go again. Its row is the target. */
export function ChooseButton({ dimension, value, within = EVERYTHING, children }: Props) {
  const { t } = useText();
  const { view, go } = useView();
  const isChosen = keptOf(view.only, dimension).includes(value);
  return (
    <button
      type="button"
      className="choose"
      aria-pressed={isChosen}
      title={t(isChosen ? "only.release" : "only.choose")}
      onClick={(event) => {
        const missing = isChosen ? EVERYTHING : within.filter(([name]) => keptOf(view.only, name).length === 0);
        // What was touched stays where it was. Its row may change places in its figure: the figure is held.
        holdInPlace(event.currentTarget.closest(".figure") ?? event.currentTarget);
        go({ only: [...missing, ...choose(view.only, dimension, value, isAdding(event))] });
      }}
    >
      {children}
    </button>
  );
}
