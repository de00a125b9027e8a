import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { AreaIndex } from "../areas/areaIndex.ts";
import { readSuccessors, type Successor } from "../areas/readSuccessors.ts";
import type { OwnArea } from "./access.ts";
import { type GrantedArea, ownAreas } from "./ownAreas.ts";

/** What belongs to accounts, by the units and mergers of the warehouse; these are read again only when the units have changed. */
export const ownAreasReader = (
  warehouse: Warehouse,
  readAreas: () => Promise<AreaIndex>,
): ((areas: readonly GrantedArea[]) => Promise<OwnArea[]>) => {
  let known: { index: AreaIndex; successors: readonly Successor[] } | undefined;
  return async (areas) => {
    const index = await readAreas();
    if (known?.index !== index) known = { index, successors: await readSuccessors(warehouse) };
    return ownAreas(areas, index, known.successors);
  };
};
