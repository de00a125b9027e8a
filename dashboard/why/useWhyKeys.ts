import { useEffect } from "react";
import { useView } from "../app/ViewProvider.tsx";
import { parseWhy } from "../url/whyCell.ts";

/**
 * Opens the origin of a figure that says which it is (`data-why`): by the key V while it has the focus; on shapes, which have no room
 * for a button, by the context menu too. Links keep the browser's own menu.
 */
export function useWhyKeys(): void {
  const { go } = useView();
  useEffect(() => {
    const cellAt = (event: Event) => {
      const owner =
        event.target instanceof Element ? event.target.closest<HTMLElement | SVGElement>("[data-why]") : null;
      return parseWhy(owner?.dataset.why ?? "");
    };
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      if (event.key.toLowerCase() !== "v" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const cell = cellAt(event);
      if (cell) go({ why: cell });
    };
    const onMenu = (event: MouseEvent) => {
      const cell = event.target instanceof SVGElement ? cellAt(event) : undefined;
      if (!cell) return;
      event.preventDefault();
      go({ why: cell });
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("contextmenu", onMenu);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("contextmenu", onMenu);
    };
  }, [go]);
}
