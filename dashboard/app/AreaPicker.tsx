import { useDeferredValue, useState } from "react";
import type { AreaStep } from "../data/fetchAreas.ts";
import { useArea, useAreaSearch } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { type AreaRef, NATION, parseAreaCode } from "../url/areaRef.ts";
import { moveFocus } from "./ChoicePicker.tsx";
import { Popover } from "./Popover.tsx";
import { useView } from "./ViewProvider.tsx";

interface Entry {
  key: string;
  area: AreaRef;
  name: string;
  detail: string;
}

/** Search over every unit of the structure, with or without tone marks; before a word is typed, the units below. */
export function AreaPicker({
  label,
  openSignal,
  className,
}: {
  label: string;
  openSignal?: number;
  className?: string;
}) {
  const { t } = useText();
  return (
    <Popover
      name={t("context.area")}
      label={label}
      {...(openSignal === undefined ? {} : { openSignal })}
      {...(className === undefined ? {} : { className })}
    >
      {(close) => <AreaSearch close={close} />}
    </Popover>
  );
}

function AreaSearch({ close }: { close: () => void }) {
  const { t } = useText();
  const { view, go } = useView();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const here = useArea(view.area, view.structure);
  const search = useAreaSearch(wanted, view.structure);
  const isSearching = wanted.trim() !== "";

  const pathOf = (path: readonly AreaStep[]) =>
    path
      .filter((step) => step.level !== "nation")
      .map((step) => step.name)
      .reverse()
      .join(", ");
  const found = (search.data ?? []).map((unit) => ({ ...unit, name: unit.fullName, detail: pathOf(unit.path) }));
  const below = (here.data?.children ?? []).map((unit) => ({ ...unit, name: unit.fullName, detail: "" }));
  const entries = (isSearching ? found : below).flatMap((unit): Entry[] => {
    const area = parseAreaCode(unit.code);
    return area ? [{ key: `${unit.level}${unit.code}`, area, name: unit.name, detail: unit.detail }] : [];
  });
  const choose = (area: AreaRef) => {
    close();
    go({ area });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the controls inside
    <div className="area-search" onKeyDown={moveFocus}>
      <input
        type="search"
        className="field"
        autoComplete="off"
        spellCheck={false}
        placeholder={t("search.placeholder")}
        aria-label={t("search.label")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const first = entries[0];
          if (event.key === "Enter" && first && isSearching && search.isSuccess && wanted === text) choose(first.area);
        }}
      />
      <p className="hint" role="status">
        {isSearching
          ? search.isError
            ? t("search.failed")
            : search.isSuccess && !search.isPlaceholderData
              ? t("search.found", { count: entries.length })
              : t("search.searching")
          : t("search.below", { count: entries.length })}
      </p>
      <ul className="results">
        {!isSearching && view.area.level !== "nation" && (
          <li>
            <button type="button" className="option" onClick={() => choose(NATION)}>
              {t("area.nation")}
            </button>
          </li>
        )}
        {entries.map((entry) => (
          <li key={entry.key}>
            <button type="button" className="option" onClick={() => choose(entry.area)}>
              <span>{entry.name}</span>
              {entry.detail && <span className="option-detail">{entry.detail}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
