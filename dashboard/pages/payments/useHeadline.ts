import { useMemo } from "react";
import { prepareRanking } from "../../charts/prepareRanking.ts";
import type { useChildren } from "../../data/bundles.ts";
import { isSameScene } from "../../data/frame.ts";
import { untoldBy } from "../../data/narrowing.ts";
import { useText } from "../../messages/useText.ts";
import { payments, type usePaymentTotals } from "./payments.ts";
import { prepareHeadline } from "./prepareHeadline.ts";

interface Bundles {
  totals: ReturnType<typeof usePaymentTotals>;
  children: ReturnType<typeof useChildren>;
}

/** What the figures say in words, of figures of the same area and day alone. */
export function useHeadline({ totals, children }: Bundles): string[] {
  const { t, format } = useText();
  const isTogether = isSameScene(children.data?.frame, totals.data?.frame);
  return useMemo(() => {
    const columns = children.data && payments.placesBelow(children.data.frame);
    if (!isTogether || !children.data) return [];
    const meta = payments.meta("cashless_ready_rate");
    // Where readiness is not told by what the page is narrowed to, nobody is silent.
    const isTold = untoldBy(meta, children.data.frame.only).length === 0;
    const areas = columns && isTold ? prepareRanking(children.data.children, columns, meta, null).areas : [];
    const findings = { current: totals.data?.current, areas };
    return prepareHeadline(findings, format).map(({ key, values }) => t(key, values));
  }, [isTogether, totals.data, children.data, t, format]);
}
