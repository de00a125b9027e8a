import { type ReactNode, useCallback, useMemo } from "react";
import { PageHead } from "../../app/PageHead.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { useText } from "../../messages/useText.ts";
import { parseAreaCode } from "../../url/areaRef.ts";
import type { PageProps } from "../pages.ts";
import { BurnDownFigure } from "../vaccination/BurnDownFigure.tsx";
import { ErrorClassFigure } from "../vaccination/ErrorClassFigure.tsx";
import { useBurnDown, useErrorClasses, useVaccinationTotals, vaccination } from "../vaccination/vaccination.ts";
import { prepareWork, type WorkUnit } from "./prepareWork.ts";
import { prepareWorkHeadline } from "./prepareWorkHeadline.ts";
import { WorkFigure } from "./WorkFigure.tsx";
import { useWorkOfFacilities, useWorkOfPlaces, type WorkRows, workOfFacilities, workOfPlaces } from "./worklist.ts";

const NO_ROWS: WorkRows = { whole: undefined, units: [], before: null, classes: [] };
const HERE = { code: "", name: "" };
const BY_FACILITY = { code: "facility_code", name: "facility_name" };

/** Việc cần làm: what is left to clean, in which commune and at which facility, and where nothing has been corrected for long. */
export default function WorklistPage({ frame }: PageProps): ReactNode {
  const { t, format } = useText();
  const { href, go } = useView();
  const places = useWorkOfPlaces(frame);
  const facilities = useWorkOfFacilities(frame);
  const below = useMemo(() => vaccination.placesBelow(places.frame), [places.frame]);
  const ofPlaces = useMemo(
    () => prepareWork(places.data ?? NO_ROWS, below ?? HERE, workOfPlaces, places.frame.asOf),
    [places.data, places.frame, below],
  );
  const ofFacilities = useMemo(
    () => prepareWork(facilities.data ?? NO_ROWS, BY_FACILITY, workOfFacilities, facilities.frame.asOf),
    [facilities.data, facilities.frame],
  );
  const level = t(`level.${below?.level ?? "commune"}`);
  const sentences = prepareWorkHeadline(ofPlaces, level, format).map(({ key, values }) => t(key, values));
  const hrefOfPlace = useCallback(
    ({ code }: WorkUnit) => {
      const area = parseAreaCode(code);
      return area ? href({ area }) : null;
    },
    [href],
  );
  const openPlace = useCallback(
    (code: string) => {
      const area = parseAreaCode(code);
      if (area) go({ area });
    },
    [go],
  );
  const hrefOfFacility = useCallback(({ code }: WorkUnit) => href({ page: "facility", code }), [href]);
  const openFacility = useCallback((code: string) => go({ page: "facility", code }), [go]);
  return (
    <>
      <PageHead figures={places} sentences={sentences} />
      <div className="page-grid">
        {below === null ? (
          <WorkHere frame={frame} />
        ) : (
          <WorkFigure
            work={workOfPlaces}
            bundle={places}
            list={ofPlaces}
            title={t("worklist.places", { level })}
            nameTitle={t("table.name")}
            emptyMessage={t("table.empty")}
            note={t("worklist.placesNote")}
            hrefOf={hrefOfPlace}
            onOpen={openPlace}
          />
        )}
        <WorkFigure
          work={workOfFacilities}
          bundle={facilities}
          list={ofFacilities}
          title={t("worklist.facilities")}
          nameTitle={t("facility.name")}
          emptyMessage={t(
            facilities.frame.area.level === "nation"
              ? "facility.chooseProvince"
              : facilities.frame.only.length > 0
                ? "only.empty"
                : "worklist.noFacility",
          )}
          note={t("worklist.facilitiesNote")}
          hrefOf={hrefOfFacility}
          onOpen={openFacility}
        />
      </div>
    </>
  );
}

/** A commune has no units below it: what is wrong in itself, and how it has fallen. */
function WorkHere({ frame }: PageProps) {
  const totals = useVaccinationTotals(frame);
  return (
    <>
      <ErrorClassFigure bundle={useErrorClasses(frame)} count="subjects" />
      <BurnDownFigure bundle={useBurnDown(frame)} totals={totals} />
    </>
  );
}
