import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { pages } from "../pages/pages.ts";
import { onPage, parseUrl, type UrlProblem, type ViewState, writeUrl } from "../url/viewState.ts";

export interface View {
  view: ViewState;
  problems: UrlProblem[];
  /** Names of areas that could not be compared any longer when this screen was opened. */
  lostPeers: readonly string[];
  /** Address of the same screen with something changed. */
  href(patch: Partial<ViewState>): string;
  /** Goes there. `replace`: without a new step in the browser's history. `lostPeers`: said there, and again on the way back. */
  go(patch: Partial<ViewState>, options?: { replace?: boolean; lostPeers?: readonly string[] }): void;
}

const ViewContext = createContext<View | null>(null);
const MOVED = "dashboard:moved";

const lost = z.object({ lostPeers: z.array(z.string()) });
const readLost = (state: unknown): readonly string[] => lost.safeParse(state).data?.lostPeers ?? [];

function subscribe(notify: () => void) {
  window.addEventListener("popstate", notify);
  window.addEventListener(MOVED, notify);
  return () => {
    window.removeEventListener("popstate", notify);
    window.removeEventListener(MOVED, notify);
  };
}

/** The browser's address bar as React state: the only store of what a screen shows. */
export function ViewProvider({ children }: { children: ReactNode }) {
  const address = useSyncExternalStore(subscribe, () => window.location.href);
  const { view, problems, rest, lostPeers } = useMemo(
    () => ({ ...parseUrl(new URL(address)), lostPeers: readLost(window.history.state) }),
    [address],
  );
  const href = useCallback(
    (patch: Partial<ViewState>) => {
      // An area chosen beside a single facility is another place: it leads to the facilities there.
      const page = patch.page ?? (patch.area !== undefined && pages[view.page].isOfOne ? "resources" : undefined);
      const left = page === undefined ? {} : onPage(view, page);
      return writeUrl({ ...view, ...left, ...patch }, rest);
    },
    [view, rest],
  );
  const go = useCallback<View["go"]>(
    (patch, options) => {
      const target = href(patch);
      const state = options?.lostPeers?.length ? { lostPeers: options.lostPeers } : null;
      if (options?.replace) window.history.replaceState(state, "", target);
      else window.history.pushState(state, "", target);
      if (patch.page !== undefined || patch.area !== undefined) window.scrollTo({ top: 0 });
      window.dispatchEvent(new Event(MOVED));
    },
    [href],
  );
  const value = useMemo(() => ({ view, problems, lostPeers, href, go }), [view, problems, lostPeers, href, go]);
  return <ViewContext value={value}>{children}</ViewContext>;
}

export function useView(): View {
  const value = useContext(ViewContext);
  if (!value) throw new Error("useView outside of ViewProvider");
  return value;
}
