import type { ComponentProps } from "react";
import { ErrorPanel } from "../app/ErrorPanel.tsx";
import type { Structure } from "../data/fetchAreas.ts";
import { useText } from "../messages/useText.ts";
import { ArchipelagoLabels } from "./ArchipelagoLabels.tsx";
import { AreaMap } from "./AreaMap.tsx";
import { useProvinceShapes } from "./useProvinceShapes.ts";

interface Props extends Omit<ComponentProps<typeof AreaMap>, "map" | "level"> {
  structure: Structure;
}

/** The country by province, Hoàng Sa and Trường Sa with it. */
export function ProvinceMap({ structure, ...props }: Props) {
  const { t } = useText();
  const map = useProvinceShapes(structure);
  if (map.error) return <ErrorPanel error={map.error} retry={() => void map.refetch()} />;
  if (!map.data) return <div className="skeleton map-skeleton" role="status" aria-label={t("state.loading")} />;
  return (
    <AreaMap map={map.data} level="province" {...props}>
      <ArchipelagoLabels />
    </AreaMap>
  );
}
