import "../theme/wall.css";
import type { ResolvedFrame } from "../data/frame.ts";
import type { useAbout } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { Wall } from "../pages/wall/Wall.tsx";

interface Props {
  about: ReturnType<typeof useAbout>;
  resolved: ResolvedFrame | null;
}

/** The wall screen, or why it has nothing to show yet; what is known is asked for again by itself. */
export default function WallScreen({ about, resolved }: Props) {
  const { t } = useText();
  if (about.data && resolved) {
    const lostSince = about.isError ? new Date(about.dataUpdatedAt) : null;
    return <Wall about={about.data} frame={resolved.frame} lostSince={lostSince} />;
  }
  const words = about.data ? t("empty.title") : about.isError ? t("wall.unreached") : t("state.loading");
  return (
    <main id="main" className="wall wall-alone">
      <h1>{words}</h1>
    </main>
  );
}
