import { useEffect } from "react";
import type { ViewState } from "../url/viewState.ts";

/** The chosen theme on the document; without a choice the machine's. */
export function useTheme(theme: ViewState["theme"]): void {
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
