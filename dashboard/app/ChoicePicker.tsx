import { Popover } from "./Popover.tsx";

interface Props<T extends string> {
  name: string;
  value: T;
  options: readonly { value: T; label: string; detail?: string }[];
  /** How the choice reads within its sentence; its label unless given. */
  sentence?: string;
  /** Stands before it, and alone where there is no room for both. */
  sign?: string;
  onChoose(value: T): void;
}

/** One choice out of a few. Arrow keys move, Enter chooses. */
export function ChoicePicker<T extends string>({ name, value, options, sentence, sign, onChoose }: Props<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover name={name} label={sentence ?? chosen?.label ?? value} {...(sign === undefined ? {} : { sign })}>
      {(close) => (
        <fieldset className="options" onKeyDown={moveFocus}>
          <legend>{name}</legend>
          {options.map((option) => (
            <button
              key={option.value}
              type="button"
              className="option"
              aria-pressed={option.value === value}
              {...(option.value === value ? { "data-autofocus": true } : {})}
              onClick={() => {
                close();
                onChoose(option.value);
              }}
            >
              <span>{option.label}</span>
              {option.detail && <span className="option-detail">{option.detail}</span>}
            </button>
          ))}
        </fieldset>
      )}
    </Popover>
  );
}

/** Up and down between the buttons or links of a list. */
export function moveFocus(event: React.KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("button, a[href], input")];
  const index = items.findIndex((item) => item.contains(document.activeElement));
  items[(index + step + items.length) % items.length]?.focus();
  event.preventDefault();
}
