import { Router } from "express";
import { z } from "zod";
import type { Access } from "../access/access.ts";
import { cellOf, cellParameters, knownParameter } from "../lineage/cell.ts";
import { parseCitation } from "../lineage/citation.ts";
import { type LineageEffects, readCitation, readLineage } from "../lineage/readLineage.ts";
import { readRestatements } from "../lineage/readRestatements.ts";
import { parseParameters } from "../question/parseParameters.ts";
import { granularities } from "../question/periodPoints.ts";
import { answering } from "./answering.ts";
import { atOnce } from "./atOnce.ts";
import { accessOf } from "./knownReader.ts";
import { onlyGranted } from "./onlyGranted.ts";

const example = "/api/lineage?measure=vaccination.verified_dose_rate&structure=34&level=province&code=01&to=2022-06-30";
const restatementExample =
  "/api/restatements?measure=resources.beds_actual&by=province&granularity=month&known_from=2022-06-30&known_to=2022-07-31";

const restatementParameters = cellParameters.omit({ known: true }).extend({
  known_from: knownParameter,
  known_to: knownParameter,
  by: z.enum(["province", "district", "commune"]).optional(),
  granularity: z.enum(granularities).optional(),
});

export interface LineageRoutesOptions extends Pick<LineageEffects, "readAreas" | "limits"> {
  /** What answers a reader who may see that much. */
  effectsFor(access: Access): LineageEffects;
}

/** `/api/lineage`, `/api/citations/…` and `/api/restatements`. */
export const lineageRoutes = ({ readAreas, limits, effectsFor }: LineageRoutesOptions): Router => {
  const router = Router();
  const currentStructure = async (): Promise<number> => (await readAreas()).currentStructure;
  router.use(["/lineage", "/citations", "/restatements"], atOnce(limits.atOnce));
  router.get(
    "/lineage",
    answering(async (request) => {
      const asked = parseParameters(cellParameters, request.query, example);
      return readLineage(cellOf(asked, await currentStructure()), effectsFor(accessOf(request)));
    }),
  );
  router.get(
    "/citations/:code",
    answering(async (request) => {
      const { code = "" } = request.params;
      return readCitation(code, parseCitation(code, await currentStructure()), effectsFor(accessOf(request)));
    }),
  );
  router.get(
    "/restatements",
    // Each change names the load that made it.
    onlyGranted("loads"),
    answering(async (request) => {
      const asked = parseParameters(restatementParameters, request.query, restatementExample);
      const { known_from, known_to, by, granularity, ...cell } = asked;
      return readRestatements(
        {
          cell: cellOf({ ...cell, known: undefined }, await currentStructure()),
          ...{ knownFrom: known_from, knownTo: known_to, by, granularity },
        },
        effectsFor(accessOf(request)),
      );
    }),
  );
  return router;
};
