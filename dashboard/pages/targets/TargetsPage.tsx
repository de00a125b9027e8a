import "../../theme/aims.css";
import { type ReactNode, useMemo } from "react";
import { PageHead } from "../../app/PageHead.tsx";
import { useText } from "../../messages/useText.ts";
import type { PageProps } from "../pages.ts";
import { CourseFigure } from "./CourseFigure.tsx";
import { prepareTargetHeadline } from "./prepareTargetHeadline.ts";
import { prepareTargets } from "./prepareTargets.ts";
import { StateCountRow } from "./StateCountRow.tsx";
import { TargetListFigure } from "./TargetListFigure.tsx";
import { TargetMatrixFigure } from "./TargetMatrixFigure.tsx";
import { useTargetsBelow, useTargetsOfArea } from "./targets.ts";

/** Chỉ tiêu: every target of the chosen area on one page, and how the units below it stand on theirs. */
export default function TargetsPage({ frame }: PageProps): ReactNode {
  const { t, language } = useText();
  const own = useTargetsOfArea(frame);
  const below = useTargetsBelow(frame);
  const prepared = useMemo(() => prepareTargets(own.data?.rows ?? [], language), [own.data, language]);
  const sentences = prepareTargetHeadline(prepared).map(({ key, values }) => t(key, values));
  return (
    <>
      <PageHead figures={own} sentences={sentences} />
      <StateCountRow targets={prepared} isLoading={!own.data && !own.error} />
      <div className="page-grid">
        <TargetListFigure bundle={own} targets={prepared} />
        <CourseFigure frame={frame} targets={prepared} />
        {(frame.area.level === "nation" || frame.area.level === "province") && <TargetMatrixFigure bundle={below} />}
      </div>
    </>
  );
}
