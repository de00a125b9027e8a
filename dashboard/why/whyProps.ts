import { type WhyCell, writeWhy } from "../url/whyCell.ts";

/** What a figure's element says of itself, for the key V and the context menu: see useWhyKeys. */
export const whyProps = (cell: WhyCell | null) =>
  cell === null ? {} : ({ "data-why": writeWhy(cell), "aria-keyshortcuts": "v" } as const);
