import { useState } from "react";

interface Attempt {
  isUnderWay: boolean;
  error: Error | null;
  /** One at a time: a second click does nothing. */
  attempt(what: () => Promise<void>): void;
}

/** Something sent to the server by hand, and what came of it. What succeeds leaves the page. */
export function useAttempt(): Attempt {
  const [isUnderWay, setUnderWay] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const attempt = (what: () => Promise<void>): void => {
    if (isUnderWay) return;
    setUnderWay(true);
    setError(null);
    what().catch((failure: unknown) => {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
      setUnderWay(false);
    });
  };
  return { isUnderWay, error, attempt };
}
