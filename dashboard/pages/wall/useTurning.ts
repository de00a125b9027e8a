import { useEffect, useEffectEvent, useState } from "react";
import type { Slide } from "./prepareSlides.ts";

interface Turning {
  slide: Slide | undefined;
  index: number;
  isPaused: boolean;
}

/**
 * Turns the pages of the wall by itself; a keyboard or a presenter's remote control may turn them too, and space holds one.
 * @param isFirst the page to begin with
 * @param secondsOf how long a page stays
 */
export function useTurning(
  slides: readonly Slide[],
  isFirst: (slide: Slide) => boolean,
  secondsOf: (slide: Slide) => number,
): Turning {
  const [at, setAt] = useState<{ key: string; index: number } | null>(null);
  const [isPaused, setPaused] = useState(false);
  const count = slides.length;
  // Pages come and go as figures do: the one shown stays, and where it went away the one in its place follows.
  const found = slides.findIndex(at === null ? isFirst : ({ key }) => key === at.key);
  const index = found >= 0 ? found : Math.min(at?.index ?? 0, Math.max(0, count - 1));
  const slide = slides[index];
  const seconds = slide ? secondsOf(slide) : 0;

  const turn = useEffectEvent((by: number) => {
    const next = (index + by + count) % Math.max(1, count);
    const target = slides[next];
    if (target) setAt({ key: target.key, index: next });
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "ArrowRight" || event.key === "PageDown") turn(1);
      else if (event.key === "ArrowLeft" || event.key === "PageUp") turn(-1);
      else if (event.key === " ") setPaused((was) => !was);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  // New figures do not start a page's time again: only another page does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs for the page shown
  useEffect(() => {
    if (isPaused) return;
    const timer = setTimeout(() => turn(1), seconds * 1000);
    return () => clearTimeout(timer);
  }, [slide?.key, seconds, isPaused]);

  return { slide, index, isPaused };
}
