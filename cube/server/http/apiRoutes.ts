import { type RequestHandler, Router } from "express";
import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { Access } from "../access/access.ts";
import { unknownsToldTo } from "../access/unknownsToldTo.ts";
import { ancestorsOf, areaAnswer } from "../areas/areaAnswer.ts";
import type { AreaIndex } from "../areas/areaIndex.ts";
import { levels } from "../areas/areaIndex.ts";
import { readBoundaries } from "../areas/boundaries.ts";
import { readSuccessors } from "../areas/readSuccessors.ts";
import { searchAreas } from "../areas/searchAreas.ts";
import { HttpError, warehouseFailure } from "../failures/errors.ts";
import { parseParameters, wholeNumber } from "../question/parseParameters.ts";
import type { PublicationState } from "../question/publicationReader.ts";
import { answering } from "./answering.ts";
import { health } from "./health.ts";
import { accessOf } from "./knownReader.ts";
import { onlyGranted } from "./onlyGranted.ts";

export interface ApiOptions {
  warehouse: Warehouse;
  version: string;
  readPublications(): Promise<PublicationState>;
  readAreas(): Promise<AreaIndex>;
  /** What is loaded. */
  readAbout(access: Access): Promise<unknown>;
  /** Where figures come from. */
  lineage: RequestHandler;
  /** What was loaded, and what was found in it. */
  ledger: RequestHandler;
  /** Signing in; undefined where there are no accounts. */
  accounts: RequestHandler | undefined;
}

const searchQuery = z.strictObject({
  q: z
    .string("must be text, once")
    .max(200)
    .refine((text) => text.split(/\s+/).length <= 20, "has more than 20 words"),
  structure: wholeNumber(1, 9999).optional(),
  limit: wholeNumber(1, 200).default(20),
});
const boundariesPath = z.strictObject({
  structure: wholeNumber(1, 9999),
  level: z.enum(["district", "commune"]),
  province: z.string().regex(/^\d{2}$/, "must be a province's two digits"),
});
const areaPath = z.strictObject({ structure: wholeNumber(1, 9999), level: z.enum(levels), code: z.string().max(20) });

/** `/api`: health, what is loaded, and the administrative units. */
export const apiRoutes = (options: ApiOptions): Router => {
  const { warehouse, version, readPublications, readAreas, readAbout, lineage, ledger, accounts } = options;
  const router = Router();
  const reading = <T>(promise: Promise<T>): Promise<T> =>
    promise.catch((cause: unknown) => {
      throw warehouseFailure(cause);
    });

  router.get(
    "/health",
    answering(() => reading(health({ warehouse, version, readPublications }))),
  );

  router.use(["/about", "/areas", "/boundaries"], onlyGranted("reference"));
  router.get(
    "/about",
    answering((request) => reading(readAbout(accessOf(request)))),
  );

  router.get(
    "/areas/search",
    answering(async (request) => {
      const {
        q,
        structure: asked,
        limit,
      } = parseParameters(searchQuery, request.query, "/api/areas/search?q=ha+noi&structure=34&limit=20");
      const index = await reading(readAreas());
      return searchAreas(index, q, asked, limit).map((area) => ({
        structure: area.structure,
        level: area.level,
        code: area.code,
        name: area.name,
        fullName: area.fullName,
        path: ancestorsOf(area),
      }));
    }),
  );

  router.get(
    "/areas/successors",
    answering(() => reading(readSuccessors(warehouse))),
  );

  router.get(
    "/areas/:structure/:level/:code",
    answering(async (request) => {
      const asked = parseParameters(areaPath, request.params, "/api/areas/34/province/01");
      const [index, publications] = await reading(Promise.all([readAreas(), readPublications()]));
      const area = index.get(asked.structure, asked.level, asked.code);
      if (area === undefined) {
        throw new HttpError(
          404,
          `Không có đơn vị ${asked.code} ở cấp ${asked.level} của địa giới ${asked.structure}. (No such unit.)`,
          "Tìm đơn vị theo tên: /api/areas/search?q=…",
          { fields: ["code"] },
        );
      }
      return areaAnswer(area, unknownsToldTo(accessOf(request), area, publications.unknownWithFacts));
    }),
  );

  router.get(
    "/boundaries/:structure/:level/:province",
    answering((request) =>
      reading(
        readBoundaries(warehouse, parseParameters(boundariesPath, request.params, "/api/boundaries/34/commune/01")),
      ),
    ),
  );

  if (accounts !== undefined) router.use(accounts);
  router.use(lineage, ledger);
  router.use((request, _response, next) => {
    next(new HttpError(404, `Không có ${request.originalUrl}. (Not found.)`, "Xem docs/architecture.md."));
  });
  return router;
};
