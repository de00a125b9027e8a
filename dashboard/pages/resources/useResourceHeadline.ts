import { findFurthest } from "../../charts/findFurthest.ts";
import type { useChildren } from "../../data/bundles.ts";
import { isSameScene } from "../../data/frame.ts";
import { useText } from "../../messages/useText.ts";
import { prepareResourceHeadline } from "./prepareResourceHeadline.ts";
import { resources, type useResourceTotals } from "./resources.ts";

/** What the figures say in words. */
export function useResourceHeadline(
  totals: ReturnType<typeof useResourceTotals>,
  children: ReturnType<typeof useChildren>,
): string[] {
  const { t, format } = useText();
  const isSame = isSameScene(totals.data?.frame, children.data?.frame);
  const furthest =
    isSame && children.data
      ? findFurthest(
          children.data.children,
          resources.placesBelow(children.data.frame),
          resources.meta("facility_update_rate"),
        )
      : null;
  return prepareResourceHeadline(totals.data?.current, furthest, format).map(({ key, values }) => t(key, values));
}
