import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect, useMemo } from "react";
import { resolveFrame } from "../data/frame.ts";
import { useAbout, useArea } from "../data/useReference.ts";
import { DefinitionTip } from "../help/DefinitionTip.tsx";
import { type Text, TextContext } from "../messages/useText.ts";
import { useTextOf } from "../messages/useTextOf.ts";
import { pages } from "../pages/pages.ts";
import { PeersProvider } from "../peers/PeersProvider.tsx";
import { useTheme } from "../theme/useTheme.ts";
import { WhyHost } from "../why/WhyHost.tsx";
import { lazyPart } from "./lazyPart.ts";
import { Screen } from "./Screen.tsx";
import { Shell } from "./Shell.tsx";
import { useView } from "./ViewProvider.tsx";

const WallScreen = lazyPart(() => import("./WallScreen.tsx"));

/** Language and theme of the document, and the frame that every figure stands in. */
export function App() {
  const { view } = useView();
  const text = useTextOf(view.lang);
  const about = useAbout();
  const place = usePlace(text);
  const resolved = useMemo(() => (about.data ? resolveFrame(view, about.data) : null), [view, about.data]);

  // What failed while the server was away is asked again when it is back.
  const client = useQueryClient();
  useEffect(() => {
    if (about.isSuccess) void client.refetchQueries({ predicate: ({ state }) => state.status === "error" });
  }, [about.isSuccess, client]);
  useEffect(() => {
    if (!text) return;
    document.documentElement.lang = text.language;
    document.title = [text.t(`page.${view.page}`), place, text.t("app.title")].filter(Boolean).join(" · ");
  }, [view.page, place, text]);
  useTheme(view.theme);

  if (!text) return null;
  return (
    <TextContext value={text}>
      {view.wall ? (
        <Suspense fallback={null}>
          <WallScreen about={about} resolved={resolved} />
        </Suspense>
      ) : (
        <PeersProvider>
          <Shell about={about.data} resolved={resolved} isOffline={about.isError && about.data !== undefined}>
            <Screen about={about} resolved={resolved} />
          </Shell>
          <DefinitionTip />
          {resolved && <WhyHost frame={resolved.frame} />}
        </PeersProvider>
      )}
    </TextContext>
  );
}

/** The area that the page is of; nothing where it is of none, and until its name is known. */
function usePlace(text: Text | null): string | undefined {
  const { view } = useView();
  const area = useArea(view.area, view.structure);
  if (pages[view.page].isReference) return undefined;
  if (view.area.level === "nation") return text?.t("area.nation");
  return area.isPlaceholderData ? undefined : area.data?.unit.fullName;
}
