import { z } from "zod";
import { type Access, accessSchema, everyone } from "../access/access.ts";

const securityContext = z.object({ access: accessSchema });

/** Who asks, as Cube hands it on with a question. */
export type SecurityContext = z.infer<typeof securityContext>;

export const contextFor = (access: Access): SecurityContext => ({ access: { ...access, own: [...access.own] } });

/** The product's own questions: parts of answers, whoever reads them. */
export const productContext: SecurityContext = contextFor(everyone);

export const accessIn = (context: unknown): Access => securityContext.parse(context).access;

/** Access policies of the model speak of groups. */
export const groupsOf = (context: unknown): string[] => [accessIn(context).role];
