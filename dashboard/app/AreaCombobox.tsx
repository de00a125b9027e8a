import { useId, useState } from "react";
import { useText } from "../messages/useText.ts";
import type { AreaRef } from "../url/areaRef.ts";

export interface AreaEntry {
  key: string;
  area: AreaRef;
  name: string;
  detail: string;
}
interface Props<E extends AreaEntry> {
  /** What is looked for. */
  text: string;
  onText(text: string): void;
  entries: readonly E[];
  /** The sentence above the list. */
  status: string;
  /** The list answers the text as it stands: Enter may take its first entry. */
  isSettled: boolean;
  onChoose(entry: E): void;
  /** Where several can be chosen: whether this one is. */
  isChosen?(entry: E): boolean;
}

/** A list of areas with a field that narrows it: the focus stays in the field, arrow keys walk the list, Enter chooses. */
export function AreaCombobox<E extends AreaEntry>(props: Props<E>) {
  const { text, onText, entries, status, isSettled, onChoose, isChosen } = props;
  const { t } = useText();
  const id = useId();
  const [active, setActive] = useState(-1);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      const next = active < 0 && step < 0 ? entries.length - 1 : (active + step + entries.length) % entries.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    const chosen = entries[Math.max(0, active)];
    const isMeant = active >= 0 || (text.trim() !== "" && isSettled);
    if (event.key === "Enter" && chosen && isMeant) onChoose(chosen);
  };

  return (
    <div className="area-search">
      <input
        type="search"
        role="combobox"
        className="field"
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        placeholder={t("search.placeholder")}
        aria-label={t("search.label")}
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="hint" role="status">
        {status}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("search.label")}
        aria-multiselectable={isChosen !== undefined}
        className="results"
      >
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus
          <div
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={isChosen ? isChosen(entry) : index === active}
            className={index === active ? "option is-active" : "option"}
            onClick={() => onChoose(entry)}
          >
            <span>{entry.name}</span>
            {entry.detail && <span className="option-detail">{entry.detail}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
