import { z } from "zod";

const securityContext = z.object({ user: z.null(), groups: z.array(z.string()) });

/** Who asks. Sign-in will fill `user` and `groups`; access policies of the model speak of groups. */
export type SecurityContext = z.infer<typeof securityContext>;

/** Everyone may see every published figure until there is sign-in. */
export const publicContext: SecurityContext = { user: null, groups: ["public"] };

export const groupsOf = (context: unknown): string[] => securityContext.parse(context).groups;
