import { StateMark } from "../../charts/StateMark.tsx";
import { useText } from "../../messages/useText.ts";
import type { LinkState } from "./prepareLinks.ts";

/** The shapes of the states against a target, which readers know by now. */
export const markOf = {
  sending: "met",
  silent: "stale",
  notConnected: "late",
  noData: "noData",
} as const satisfies Record<LinkState, string>;

/** The state of a link by shape and word. */
export function LinkMark({ state }: { state: LinkState }) {
  const { t } = useText();
  return (
    <StateMark
      state={markOf[state]}
      word={t(`connections.link.${state}`)}
      detail={t(`connections.link.${state}.detail`)}
    />
  );
}
