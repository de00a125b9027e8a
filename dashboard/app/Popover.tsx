import { type ReactNode, useEffect, useId, useRef, useState } from "react";

interface Props {
  /** What the button says: the choice made. */
  label: ReactNode;
  /** What the button is for, for those who do not see it in its sentence. */
  name: string;
  /** Before the label, which gives way to it where there is no room for both. */
  sign?: string;
  className?: string;
  /** Set by the shell to open the panel from a key. */
  openSignal?: number;
  children(close: () => void): ReactNode;
}

const GAP = 6;

/** A button and the panel it opens: in the top layer, closed by Escape or a click elsewhere, focus given back. */
export function Popover({ label, name, sign, className, openSignal = 0, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (openSignal > 0) panel.current?.showPopover();
  }, [openSignal]);

  useEffect(() => {
    if (!isOpen) return;
    const first = (selector: string) => panel.current?.querySelector<HTMLElement>(selector);
    (first("[data-autofocus]") ?? first("input, a[href], button"))?.focus();
    place(button.current, panel.current);
    const onResize = () => place(button.current, panel.current);
    window.addEventListener("resize", onResize);
    return () => window.removeEventListener("resize", onResize);
  }, [isOpen]);

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? "choice"}
        aria-label={typeof label === "string" ? `${name}: ${label}` : name}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        popoverTarget={id}
      >
        {sign === undefined ? (
          label
        ) : (
          <>
            {sign} <span className="choice-word">{label}</span>
          </>
        )}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={name}
        className="panel"
        onToggle={(event) => setOpen(event.newState === "open")}
      >
        {isOpen && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

/** Under its button and within the window; on a phone the style sheet makes it a sheet at the bottom instead. */
function place(button: HTMLElement | null, panel: HTMLElement | null) {
  if (!button || !panel) return;
  const at = button.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(at.left, window.innerWidth - panel.offsetWidth - GAP));
  panel.style.setProperty("--panel-left", `${left}px`);
  panel.style.setProperty("--panel-top", `${at.bottom + GAP}px`);
}
