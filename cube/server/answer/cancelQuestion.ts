import type { Cube, QueryContext } from "./createCube.ts";

/** How often a question that nobody waits for is looked for in Cube's queue, until it has left it. */
const cancelEveryMilliseconds = 200;

/** As Cube's gateway takes it, with the id that the question's statements have in Cube's queue. */
export type AskedContext = QueryContext & { readonly securityContext: unknown; readonly requestId: string };

/** Ends the statements of a question when the signal is aborted. Returns what stops looking for them: the question has ended. */
export const cancelWhenAborted = (cube: Cube, context: AskedContext, signal: AbortSignal | undefined): (() => void) => {
  let cancelling: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    void cube.gateway.cancelQuery({ requestId: context.requestId, context, res: () => undefined });
  };
  const stop = (): void => {
    cancel();
    // It may not have come into the queue yet.
    cancelling = setInterval(cancel, cancelEveryMilliseconds).unref();
  };
  signal?.addEventListener("abort", stop, { once: true });
  if (signal?.aborted) stop();
  return () => {
    signal?.removeEventListener("abort", stop);
    clearInterval(cancelling);
  };
};
