import { useCallback, useEffect, useState } from "react";

/** Counts the times that the search is asked for: by its button, or by "/" outside of a text field. */
export function useSearchSignal(): [signal: number, ask: () => void] {
  const [signal, setSignal] = useState(0);
  const ask = useCallback(() => setSignal((count) => count + 1), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      ask();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [ask]);
  return [signal, ask];
}
