import { type ComponentType, type LazyExoticComponent, lazy } from "react";

const AGAIN_AFTER = 2_000;

const isServerThere = (): Promise<boolean> =>
  fetch("/api/health").then(
    () => true,
    () => false,
  );

/** Loads a file of the product, and waits for the server while it is away: React keeps a failure for ever, and asks no second time. */
export async function loadWhenThere<T>(
  load: () => Promise<T>,
  { isThere, wait } = {
    isThere: isServerThere,
    wait: () => new Promise<void>((resolve) => setTimeout(resolve, AGAIN_AFTER)),
  },
): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      // The server is there and the file is not: a try more, and the failure is its own.
      if (await isThere()) return load();
      await wait();
    }
  }
}

/** A part of the screen that is loaded when it is first shown. */
export const lazyPart = <P>(
  load: () => Promise<{ default: ComponentType<P> }>,
): LazyExoticComponent<ComponentType<P>> => lazy(() => loadWhenThere(load));
