import { useState } from "react";
import type { About } from "../data/fetchAbout.ts";
import type { ResolvedFrame } from "../data/frame.ts";
import { usePeers } from "../data/usePeers.ts";
import { useText } from "../messages/useText.ts";
import { PEERS_KEY } from "../url/peers.ts";
import { SubjectNotices } from "./SubjectNotices.tsx";
import { useView } from "./ViewProvider.tsx";

interface Props {
  about: About | undefined;
  resolved: ResolvedFrame | null;
  isOffline: boolean;
}

/** What a reader must know before believing a figure: sample data, lost connection, a link only half understood. */
export function Notices({ about, resolved, isOffline }: Props) {
  const { t, format } = useText();
  const { problems: misread, lostPeers } = useView();
  const { unknown } = usePeers();
  const problems = [...misread, ...unknown.map((value) => ({ key: PEERS_KEY, value }))];
  const [dismissed, setDismissed] = useState("");
  const problemKey = JSON.stringify(problems);
  return (
    <section className="notices" aria-label={t("app.notices")}>
      {about?.dataset === "sample" && (
        <p className="notice notice-sample">
          <span className="notice-shape" aria-hidden="true">
            ◐
          </span>
          <b>{t("sample.label", { scale: format.integer(about.sampleScale) })}</b>{" "}
          <span>{t("sample.detail", { scale: format.integer(about.sampleScale) })}</span>
        </p>
      )}
      {about && resolved && <SubjectNotices about={about} asOf={resolved.frame.asOf} />}
      {isOffline && (
        <p className="notice notice-warn" role="status">
          <span className="notice-shape" aria-hidden="true">
            ▲
          </span>
          {t("state.stale")}
        </p>
      )}
      {resolved?.isClamped && (
        <p className="notice notice-warn" role="status">
          <span className="notice-shape" aria-hidden="true">
            ▲
          </span>
          {t("context.clamped", { day: format.day(resolved.frame.asOf) })}
        </p>
      )}
      {lostPeers.length > 0 && (
        <p className="notice notice-warn" role="status">
          <span className="notice-shape" aria-hidden="true">
            ▲
          </span>
          {t("peers.lost", { names: format.list(lostPeers) })}
        </p>
      )}
      {problems.length > 0 && dismissed !== problemKey && (
        <div className="notice notice-warn" role="status">
          <span className="notice-shape" aria-hidden="true">
            ▲
          </span>
          <span>{t("url.problem", { values: problems.map(({ key, value }) => `${key}=${value}`).join(", ") })}</span>
          <button type="button" className="tool" onClick={() => setDismissed(problemKey)}>
            {t("url.dismiss")}
          </button>
        </div>
      )}
    </section>
  );
}
