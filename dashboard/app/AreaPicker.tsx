import { useDeferredValue, useState } from "react";
import { useArea } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { NATION } from "../url/areaRef.ts";
import { AreaCombobox, type AreaEntry } from "./AreaCombobox.tsx";
import { Popover } from "./Popover.tsx";
import { toEntries, useAreaMatches } from "./useAreaMatches.ts";
import { useView } from "./ViewProvider.tsx";

/** Search over every unit of the structure, with or without tone marks; before a word is typed, the units below. */
export function AreaPicker({ label, openSignal }: { label: string; openSignal: number }) {
  const { t } = useText();
  return (
    <Popover name={t("context.area")} label={label} openSignal={openSignal} className="choice choice-area">
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
  const matches = useAreaMatches(wanted);
  const below = toEntries((here.data?.children ?? []).map((unit) => ({ ...unit, detail: "" })));
  const top: AreaEntry[] =
    view.area.level === "nation" ? [] : [{ key: "nation", area: NATION, name: t("area.nation"), detail: "" }];
  const offered = {
    entries: [...top, ...below],
    status: t("search.below", { count: below.length }),
    isSettled: true,
  };
  const { entries, status, isSettled } = matches ?? offered;
  return (
    <AreaCombobox
      text={text}
      onText={setText}
      entries={entries}
      status={status}
      isSettled={isSettled && wanted === text}
      onChoose={({ area }) => {
        close();
        go({ area });
      }}
    />
  );
}
