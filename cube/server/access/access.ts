import { z } from "zod";
import { type Extent, granted, type Permission, type Role, roles } from "./permissions.ts";

/** A province of one structure: "34/01". */
export type OwnArea = string;

/** What an asker may see. `everyone` where there are no accounts, and the product itself; `nobody` before sign-in. */
export interface Access {
  readonly role: Role | "everyone" | "nobody";
  /** The provinces whose detail is its own, in every structure. */
  readonly own: readonly OwnArea[];
}

const isRole = (name: unknown): name is Role => typeof name === "string" && Object.hasOwn(roles, name);

export const roleSchema = z.custom<Role>(isRole, `must be one of ${Object.keys(roles).join(", ")}`);

export const accessSchema = z.object({
  role: z.union([z.literal(["everyone", "nobody"]), roleSchema]),
  own: z.array(z.string()),
});

export const everyone: Access = { role: "everyone", own: [] };
export const nobody: Access = { role: "nobody", own: [] };

/** How much of it the asker is granted; undefined: nothing. */
export const extentOf = ({ role }: Access, permission: Permission): Extent | undefined => {
  if (role === "everyone") return "all";
  return role === "nobody" ? undefined : granted[role][permission];
};
