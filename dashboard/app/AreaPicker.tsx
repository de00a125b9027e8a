import { useDeferredValue, useId, useState } from "react";
import type { AreaStep } from "../data/fetchAreas.ts";
import { useArea, useAreaSearch } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { type AreaRef, NATION, parseAreaCode } from "../url/areaRef.ts";
import { Popover } from "./Popover.tsx";
import { useView } from "./ViewProvider.tsx";

interface Entry {
  key: string;
  area: AreaRef;
  name: string;
  detail: string;
}

/** Search over every unit of the structure, with or without tone marks; before a word is typed, the units below. */
export function AreaPicker({ label, openSignal }: { label: string; openSignal: number }) {
  const { t } = useText();
  return (
    <Popover name={t("context.area")} label={label} openSignal={openSignal} className="choice choice-area">
      {(close) => <AreaSearch close={close} />}
    </Popover>
  );
}

/** A combobox: the focus stays in the field, arrow keys walk the list, Enter opens the unit. */
function AreaSearch({ close }: { close: () => void }) {
  const { t } = useText();
  const { go } = useView();
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(-1);
  const wanted = useDeferredValue(text);
  const { entries, status, isSettled } = useEntries(wanted);
  const choose = (area: AreaRef) => {
    close();
    go({ area });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      const next = active < 0 && step < 0 ? entries.length - 1 : (active + step + entries.length) % entries.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    const chosen = entries[Math.max(0, active)];
    const isMeant = active >= 0 || (text.trim() !== "" && isSettled && wanted === text);
    if (event.key === "Enter" && chosen && isMeant) choose(chosen.area);
  };

  return (
    <div className="area-search">
      <input
        type="search"
        role="combobox"
        className="field"
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
          setText(event.target.value);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="hint" role="status">
        {status}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={t("search.label")} className="results">
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus
          <div
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="option"
            onClick={() => choose(entry.area)}
          >
            <span>{entry.name}</span>
            {entry.detail && <span className="option-detail">{entry.detail}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

/** What the list shows for a text, and the sentence above it. */
function useEntries(text: string): { entries: Entry[]; status: string; isSettled: boolean } {
  const { t } = useText();
  const { view } = useView();
  const here = useArea(view.area, view.structure);
  const search = useAreaSearch(text, view.structure);
  const isSearching = text.trim() !== "";
  const toEntries = (units: readonly { code: string; fullName: string; detail: string }[]) =>
    units.flatMap(({ code, fullName, detail }): Entry[] => {
      const area = parseAreaCode(code);
      return area ? [{ key: `${area.level}${code}`, area, name: fullName, detail }] : [];
    });
  if (!isSearching) {
    const below = toEntries((here.data?.children ?? []).map((unit) => ({ ...unit, detail: "" })));
    const top: Entry[] =
      view.area.level === "nation" ? [] : [{ key: "nation", area: NATION, name: t("area.nation"), detail: "" }];
    return { entries: [...top, ...below], status: t("search.below", { count: below.length }), isSettled: true };
  }
  const entries = toEntries((search.data ?? []).map((unit) => ({ ...unit, detail: pathOf(unit.path) })));
  const isSettled = search.isSuccess && !search.isPlaceholderData;
  const found = isSettled ? t("search.found", { count: entries.length }) : t("search.searching");
  return { entries, status: search.isError ? t("search.failed") : found, isSettled };
}

/** "Quận Ba Đình, Hà Nội": those above, the nearest first. */
const pathOf = (path: readonly AreaStep[]) =>
  path
    .filter((step) => step.level !== "nation")
    .map((step) => step.name)
    .reverse()
    .join(", ");
