import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { ClassColour } from "../map/mapClasses.ts";

/** The theme's colours as values, for canvases, which do not know CSS variables. */
export interface Palette {
  surface: string;
  text: string;
  muted: string;
  hairline: string;
  track: string;
  accent: string;
  accentSoft: string;
  warn: string;
  warnSoft: string;
  barLate: string;
  better: string;
  steps: string[];
  /** Colours of the classes of a map, by their names. */
  ofClass(colour: ClassColour): string;
  /** What is written over them. */
  onClass(colour: ClassColour): string;
}

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    surface: read("--surface"),
    text: read("--text"),
    muted: read("--muted"),
    hairline: read("--hairline"),
    track: read("--track"),
    accent: read("--accent"),
    accentSoft: read("--accent-soft"),
    warn: read("--warn"),
    warnSoft: read("--warn-soft"),
    barLate: read("--bar-late"),
    better: read("--better"),
    ofClass: (colour) => read(`--${colour}`),
    onClass: (colour) => read(`--on-${colour}`),
    steps: [0, 1, 2, 3, 4, 5, 6].map((step) => read(`--step-${step}`)),
  };
}

/** Follows the reader's choice, the system's, and paper, which is light: the browser prints the page as it stands when told of it. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette);
  useEffect(() => {
    const update = () => setPalette(readPalette());
    const updateNow = () => flushSync(update);
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    const paper = window.matchMedia("print");
    const watcher = new MutationObserver(update);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    system.addEventListener("change", update);
    paper.addEventListener("change", updateNow);
    update();
    return () => {
      watcher.disconnect();
      system.removeEventListener("change", update);
      paper.removeEventListener("change", updateNow);
    };
  }, []);
  return palette;
}
