import { type ReactNode, useLayoutEffect, useRef } from "react";

interface Props {
  className: string;
  /** Id of its heading, which takes the focus. */
  labelledBy: string;
  onClose(): void;
  children: ReactNode;
}

/** Keeps the page behind it still. Escape or a click outside closes it; the focus goes back to where it came from. */
export function ModalDialog({ className, labelledBy, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    document.getElementById(labelledBy)?.focus();
    // Left by the browser's own button, too, it must give the focus back.
    return () => shown?.close();
  }, [labelledBy]);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      // The page's own keys rest.
      onKeyDown={(event) => event.stopPropagation()}
    >
      {children}
    </dialog>
  );
}
