import type { GrantedArea } from "../access/ownAreas.ts";
import type { Role } from "../access/permissions.ts";

export interface Demonstration {
  readonly id: string;
  readonly role: Role;
  readonly areas: readonly GrantedArea[];
}

/** One account for each role, two for provinces. They exist with the sample only. */
export const demonstrations: readonly Demonstration[] = [
  { id: "lanh-dao", role: "leader", areas: [] },
  { id: "thong-ke", role: "statistician", areas: [] },
  { id: "so-y-te-ha-noi", role: "province", areas: [{ structure: 34, code: "01" }] },
  { id: "so-y-te-tp-hcm", role: "province", areas: [{ structure: 34, code: "79" }] },
  { id: "quan-ly-du-lieu", role: "steward", areas: [] },
  { id: "quan-tri", role: "administrator", areas: [] },
  { id: "kiem-tra", role: "auditor", areas: [] },
];

/** A name that no mail reaches (RFC 2606). */
export const demonstrationEmail = (id: string): string => `${id}@mau.invalid`;
