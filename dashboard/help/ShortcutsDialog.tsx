import { useId } from "react";
import { ModalDialog } from "../app/ModalDialog.tsx";
import { useText } from "../messages/useText.ts";
import "../theme/help.css";

/** Keys, and the message that says what they do. */
const shortcuts = [
  { keys: ["/"], does: "help.key.search" },
  { keys: ["?"], does: "help.key.help" },
  { keys: ["V"], does: "help.key.why" },
  { keys: ["T"], does: "help.key.table" },
  { keys: ["Enter"], does: "help.key.open" },
  { keys: ["Ctrl", "Shift"], does: "help.key.choose" },
  { keys: ["←", "→", "↑", "↓"], does: "help.key.move" },
  { keys: ["+", "−", "0"], does: "help.key.zoom" },
  { keys: ["Esc"], does: "help.key.close" },
] as const;

/** Every key that does something. */
export default function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const id = useId();
  return (
    <ModalDialog className="shortcuts" labelledBy={id} onClose={onClose}>
      <div className="shortcuts-body">
        <h2 id={id} tabIndex={-1}>
          {t("help.shortcuts")}
        </h2>
        <dl>
          {shortcuts.map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
        <button type="button" className="button" onClick={onClose}>
          {t("why.close")}
        </button>
      </div>
    </ModalDialog>
  );
}
