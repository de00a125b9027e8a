import { Router } from "express";
import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import { grantedExtent } from "../access/refusals.ts";
import { HttpError, warehouseFailure } from "../failures/errors.ts";
import { readFindingRows, readFindingStates } from "../lineage/readFindings.ts";
import { readRuns, runStatuses } from "../lineage/readRuns.ts";
import { parseParameters, wholeNumber } from "../question/parseParameters.ts";
import { answering } from "./answering.ts";
import { atOnce } from "./atOnce.ts";
import { accessOf } from "./knownReader.ts";
import { onlyGranted } from "./onlyGranted.ts";

const code = z
  .string("must stand once")
  .regex(/^[a-z][a-z0-9_]{0,59}$/, "must be a code of small letters, digits and _");
/** A page of a list: no answer is longer than a screen can show. */
const page = { limit: wholeNumber(1, 200).default(50), offset: wholeNumber(0, 100_000_000).default(0) };

const status = z.enum(runStatuses);
const runsQuery = z.strictObject({
  job: code.optional(),
  status: z.union([status.transform((one) => [one]), z.array(status).max(runStatuses.length)]).default([]),
  ...page,
});
const findingsQuery = z.strictObject({
  runId: z.uuid("must be the id of a run"),
  rule: code,
  file: z.string("must stand once").max(255).optional(),
  ...page,
});
const statesQuery = z.strictObject({ job: code, rule: code, ...page });

/** `/api/runs`, `/api/runs/…/findings` and `/api/finding-states`: what the ledger knows of loads, without what stands in their files. */
export const ledgerRoutes = (warehouse: Warehouse, most: number): Router => {
  const router = Router();
  const reading = <T>(promise: Promise<T>): Promise<T> =>
    promise.catch((cause: unknown) => {
      throw cause instanceof HttpError ? cause : warehouseFailure(cause);
    });
  router.use(["/runs", "/finding-states"], atOnce(most));
  router.get(
    "/runs",
    onlyGranted("loads"),
    answering(async (request) => {
      const { status: statuses, ...asked } = parseParameters(runsQuery, request.query, "/api/runs?job=doses&limit=50");
      return reading(readRuns(warehouse, { ...asked, statuses }));
    }),
  );
  router.get(
    "/runs/:runId/findings",
    onlyGranted("loads"),
    answering(async ({ params, query }) => {
      const asked = parseParameters(
        findingsQuery,
        { ...query, ...params },
        "/api/runs/<runId>/findings?rule=id_malformed",
      );
      return reading(readFindingRows(warehouse, asked));
    }),
  );
  router.get(
    "/finding-states",
    answering(async (request) => {
      const asked = parseParameters(statesQuery, request.query, "/api/finding-states?job=doses&rule=id_malformed");
      const access = accessOf(request);
      const only = grantedExtent(access, "loads") === "all" ? undefined : access.own;
      return reading(readFindingStates(warehouse, { ...asked, only }));
    }),
  );
  return router;
};
