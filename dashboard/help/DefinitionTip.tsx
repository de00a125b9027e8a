import { useEffect, useRef, useState } from "react";
import "../theme/definition.css";

const ID = "definition";
const GAP = 6;

/** The definition of the name under the pointer or focus (`data-definition`). Escape sends it away; the pointer may go onto it. */
export function DefinitionTip() {
  const tip = useRef<HTMLDivElement>(null);
  const [owner, setOwner] = useState<HTMLElement | null>(null);

  useEffect(() => {
    const onEnter = ({ target }: Event) => {
      const element = target instanceof Element ? target : null;
      if (element?.closest(`#${ID}`)) return;
      setOwner(element?.closest<HTMLElement>("[data-definition]") ?? null);
    };
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && setOwner(null);
    document.addEventListener("pointerover", onEnter);
    document.addEventListener("focusin", onEnter);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerover", onEnter);
      document.removeEventListener("focusin", onEnter);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  useEffect(() => {
    const shown = tip.current;
    if (!owner || !shown) return;
    owner.setAttribute("aria-describedby", ID);
    // In the top layer: names stand in dialogs, too.
    shown.showPopover();
    const at = owner.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(at.left, window.innerWidth - shown.offsetWidth - GAP));
    const below = at.bottom + GAP;
    const isRoom = below + shown.offsetHeight < window.innerHeight;
    shown.style.setProperty("--tip-left", `${left}px`);
    shown.style.setProperty("--tip-top", `${isRoom ? below : at.top - GAP - shown.offsetHeight}px`);
    const leave = () => setOwner(null);
    window.addEventListener("scroll", leave, { passive: true, capture: true });
    return () => {
      window.removeEventListener("scroll", leave, { capture: true });
      owner.removeAttribute("aria-describedby");
      shown.hidePopover();
    };
  }, [owner]);

  return (
    <div ref={tip} id={ID} role="tooltip" popover="manual" className="definition">
      {owner?.dataset.definition}
    </div>
  );
}
