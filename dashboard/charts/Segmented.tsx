interface Props<T extends string> {
  name: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChoose(value: T): void;
}

/** A choice between two or three ways of drawing. */
export function Segmented<T extends string>({ name, value, options, onChoose }: Props<T>) {
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{name}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => option.value !== value && onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
