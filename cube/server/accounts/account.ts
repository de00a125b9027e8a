import { z } from "zod";
import { roleSchema } from "../access/access.ts";
import { grantedArea } from "../access/ownAreas.ts";

/** An account, without anything secret. */
export const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  areas: z.array(grantedArea),
  isDisabled: z.coerce.boolean(),
  isDemonstration: z.coerce.boolean(),
  failedSignIns: z.number(),
});
export type Account = z.infer<typeof accountSchema>;

export const passwordLength = { least: 12, most: 128 };

/** After that many failures an account is locked until an administrator unlocks it. */
export const mostFailures = 5;

const minutes = 60_000;
/** How long a session lives without its reader doing anything. */
export const idleMilliseconds = ({ role }: Pick<Account, "role">): number =>
  (role === "administrator" ? 5 : 15) * minutes;
