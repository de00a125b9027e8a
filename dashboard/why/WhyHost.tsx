import { Suspense, useEffect, useRef } from "react";
import { ErrorBoundary } from "../app/ErrorBoundary.tsx";
import { lazyPart } from "../app/lazyPart.ts";
import { useView } from "../app/ViewProvider.tsx";
import type { Frame } from "../data/frame.ts";
import { writeWhy } from "../url/whyCell.ts";
import { useWhyKeys } from "./useWhyKeys.ts";
import "../theme/whyButton.css";

const WhyPanel = lazyPart(() => import("./WhyPanel.tsx"));

/** Shows where the figure in the address comes from. */
export function WhyHost({ frame }: { frame: Frame }) {
  const { view, go } = useView();
  useWhyKeys();
  const { why } = view;
  // A panel that was opened here is a step of the browser's history, which closing takes back; one that came by link is not.
  const isStep = useRef(false);
  useEffect(() => {
    if (why === null) isStep.current = true;
  }, [why]);
  if (why === null) return null;
  const close = () => {
    if (isStep.current) window.history.back();
    else go({ why: null }, { replace: true });
  };
  return (
    <ErrorBoundary resetKey={writeWhy(why)}>
      <Suspense fallback={null}>
        <WhyPanel cell={why} frame={frame} onClose={close} />
      </Suspense>
    </ErrorBoundary>
  );
}
