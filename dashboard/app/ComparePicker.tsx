import { useDeferredValue, useState } from "react";
import { usePeers } from "../data/usePeers.ts";
import { useAreas, useParent } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { peerWord } from "../peers/peerWord.ts";
import { type AreaRef, NATION } from "../url/areaRef.ts";
import { comparisons } from "../url/choices.ts";
import { isSamePeer, isUnit, MOST_UNITS, type PeerRef } from "../url/peers.ts";
import { AreaCombobox, type AreaEntry } from "./AreaCombobox.tsx";
import { moveFocus } from "./ChoicePicker.tsx";
import { Popover } from "./Popover.tsx";
import { toEntries, useAreaMatches } from "./useAreaMatches.ts";
import { useView } from "./ViewProvider.tsx";

/** As many areas as the sentence has room to name; of more it names the first and counts the others. */
const MOST_NAMED = 2;

/** What figures are compared with: an earlier day, and other areas. */
export function ComparePicker() {
  const { t, format } = useText();
  const { view, go } = useView();
  const { peers } = usePeers();
  const names = peers.map((peer) => peerWord(peer, t));
  const shown =
    names.length > MOST_NAMED ? [...names.slice(0, 1), t("peers.others", { count: names.length - 1 })] : names;
  return (
    <Popover
      name={t("context.compare")}
      label={t("compare.with", { what: format.list([t(`compare.${view.compare}`), ...shown]) })}
    >
      {(close) => (
        <div className="compare">
          <fieldset className="options compare-days" onKeyDown={moveFocus}>
            <legend>{t("peers.day")}</legend>
            {comparisons.map((value) => (
              <button
                key={value}
                type="button"
                className="option"
                aria-pressed={value === view.compare}
                onClick={() => {
                  close();
                  go({ compare: value });
                }}
              >
                {t(`compare.${value}`)}
              </button>
            ))}
          </fieldset>
          {view.area.level === "nation" ? <p className="hint">{t("peers.nation")}</p> : <PeerSearch />}
        </div>
      )}
    </Popover>
  );
}

type Entry = AreaEntry & { peer: PeerRef };
const asUnits = (entries: readonly AreaEntry[]): Entry[] => entries.map((entry) => ({ ...entry, peer: entry.area }));

/** Areas to compare with: those chosen and those beside the area first, any other by its name. */
function PeerSearch() {
  const { t } = useText();
  const { view, go } = useView();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const offered = useOffered();
  const matches = useAreaMatches(wanted);
  const isChosen = ({ peer }: Entry) => view.peers.some((chosen) => isSamePeer(chosen, peer));
  const isFull = view.peers.filter(isUnit).length >= MOST_UNITS;
  const isOther = ({ area }: Entry) => area.code !== view.area.code;
  const toggle = (entry: Entry) => {
    if (isChosen(entry)) go({ peers: view.peers.filter((chosen) => !isSamePeer(chosen, entry.peer)) });
    else if (!isUnit(entry.peer) || !isFull) go({ peers: [...view.peers, entry.peer] });
  };
  const status = matches?.status ?? t("peers.offered", { count: offered.count });
  return (
    <>
      <p className="compare-title">{t("peers.areas")}</p>
      <AreaCombobox
        text={text}
        onText={setText}
        entries={(matches ? asUnits(matches.entries) : offered.entries).filter(isOther)}
        status={isFull ? t("peers.full", { count: MOST_UNITS }) : status}
        isSettled={(matches?.isSettled ?? true) && wanted === text}
        onChoose={toggle}
        isChosen={isChosen}
      />
      {view.peers.length > 0 && (
        <button type="button" className="tool" onClick={() => go({ peers: [] })}>
          {t("peers.none")}
        </button>
      )}
    </>
  );
}

/** The nation, the unit above, those chosen, and the other units of the same one above. */
function useOffered(): { entries: Entry[]; count: number } {
  const { t } = useText();
  const { view } = useView();
  const { peers } = usePeers();
  // Those chosen meanwhile stay in their places: the list does not move under the reader's hand.
  const [atFirst] = useState(view.peers);
  const parent = useParent(view.area, view.structure);
  const [above] = useAreas(parent ? [parent] : [], view.structure);
  const nation: Entry = { key: "nation", peer: "nation", area: NATION, name: t("area.nation"), detail: "" };
  const upper: Entry[] =
    parent && above && parent.level !== "nation"
      ? [{ key: "parent", peer: "parent", area: parent, name: above.unit.fullName, detail: t("peers.parent") }]
      : [];
  const siblings = asUnits(
    toEntries(
      (above?.children ?? [])
        .filter(({ level, code }) => level === view.area.level && code !== view.area.code)
        .map((unit) => ({ ...unit, detail: "" })),
    ),
  );
  const isSibling = (area: AreaRef) => siblings.some((one) => one.area.code === area.code);
  const wasChosen = (area: AreaRef) => atFirst.some((peer) => isSamePeer(peer, area));
  const chosen = peers
    .filter(({ area }) => view.peers.some((peer) => isSamePeer(peer, area)) && (wasChosen(area) || !isSibling(area)))
    .map(({ area, name }): Entry => ({ key: `${area.level}${area.code}`, peer: area, area, name, detail: "" }));
  const others = siblings.filter(({ key }) => !chosen.some((one) => one.key === key));
  return { entries: [nation, ...upper, ...chosen, ...others], count: siblings.length };
}
