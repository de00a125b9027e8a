import { useRef, useState } from "react";
import { useText } from "../messages/useText.ts";

/** A line to be taken elsewhere, whole. */
export function CopyLine({ text, label }: { text: string; label: string }) {
  const { t } = useText();
  const code = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    // The page's own selection serves where the browser keeps the clipboard from pages without HTTPS.
    if (code.current) window.getSelection()?.selectAllChildren(code.current);
    const isDone = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (isDone || document.execCommand("copy")) setCopied(text);
  };
  return (
    <div className="copy-line">
      <code ref={code}>{text}</code>
      <button type="button" className="tool" aria-label={label} onClick={() => void copy()}>
        {copied === text ? t("why.copied") : t("why.copy")}
      </button>
      <span role="status" className="visually-hidden">
        {copied === text && t("why.copied")}
      </span>
    </div>
  );
}
