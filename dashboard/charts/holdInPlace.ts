/** For how long answers are waited for, in milliseconds. */
const PATIENCE = 5000;
const byHand = ["wheel", "touchmove", "keydown", "pointerdown"] as const;

/** Keeps an element where it is in the window while what stands above it grows and shrinks, until the reader moves on. */
export function holdInPlace(element: Element): void {
  const { top } = element.getBoundingClientRect();
  const settle = () => window.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
  const watcher = new ResizeObserver(settle);
  const stop = () => {
    watcher.disconnect();
    clearTimeout(timer);
    for (const event of byHand) window.removeEventListener(event, stop, true);
  };
  const timer = setTimeout(stop, PATIENCE);
  // The page as a whole does not change its size where one part grows as another shrinks.
  for (const part of document.querySelectorAll(".top, .only, .page-head, .kpis, main")) watcher.observe(part);
  for (const event of byHand) window.addEventListener(event, stop, { capture: true, passive: true });
  // Once the browser has settled what it holds on to itself.
  requestAnimationFrame(() => requestAnimationFrame(settle));
}
