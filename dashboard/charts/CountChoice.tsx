import "../theme/counts.css";
import { useText } from "../messages/useText.ts";

export interface CountOption<S extends string> {
  state: S;
  label: string;
  count: number;
  /** Its shape, which says who must act where colour cannot. */
  glyph: string;
  isWarning: boolean;
}
interface Props<S extends string> {
  name: string;
  allLabel: string;
  options: readonly CountOption<S>[];
  chosen: S | null;
  onChoose(state: S | null): void;
}

/** How many stand in each state; choosing one leaves only those in the list below. */
export function CountChoice<S extends string>({ name, allLabel, options, chosen, onChoose }: Props<S>) {
  const { format } = useText();
  const all = options.reduce((sum, { count }) => sum + count, 0);
  return (
    <fieldset className="counts">
      <legend className="visually-hidden">{name}</legend>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        <b>{format.integer(all)}</b> <span>{allLabel}</span>
      </button>
      {options
        .filter(({ count }) => count > 0)
        .map(({ state, label, count, glyph, isWarning }) => (
          <button
            key={state}
            type="button"
            aria-pressed={chosen === state}
            onClick={() => onChoose(chosen === state ? null : state)}
          >
            <b>{format.integer(count)}</b>{" "}
            <span>
              <span aria-hidden="true" className={isWarning ? "counts-warn" : ""}>
                {glyph}{" "}
              </span>
              {label}
            </span>
          </button>
        ))}
    </fieldset>
  );
}
