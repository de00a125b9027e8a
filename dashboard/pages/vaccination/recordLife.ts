import type { FunnelStepSpec } from "../../charts/prepareFunnel.ts";
import type { MeasureOf } from "../../data/viewCatalogue.ts";

type Step = "administered" | "recorded" | "sent" | "verified";
type Loss = "notEntered" | "notSent" | "wrong" | "unverifiable" | "pending";

/** The life of a record, by what is counted. People have no step "given": provinces report what was given in doses. */
export const recordLife: Readonly<
  Record<"doses" | "subjects", readonly FunnelStepSpec<Step, Loss, MeasureOf<"vaccination">>[]>
> = {
  doses: [
    { name: "administered", measure: "doses_administered", losses: [] },
    { name: "recorded", measure: "doses_recorded", losses: [["notEntered", "doses_not_entered"]] },
    { name: "sent", measure: "doses_sent", losses: [["notSent", "doses_not_sent"]] },
    {
      name: "verified",
      measure: "doses_verified",
      losses: [
        ["wrong", "doses_wrong"],
        ["unverifiable", "doses_unverifiable"],
        ["pending", "doses_pending"],
      ],
    },
  ],
  subjects: [
    { name: "recorded", measure: "subjects_recorded", losses: [] },
    { name: "sent", measure: "subjects_sent", losses: [["notSent", "subjects_not_sent"]] },
    {
      name: "verified",
      measure: "subjects_verified",
      losses: [
        ["wrong", "subjects_wrong"],
        ["unverifiable", "subjects_unverifiable"],
        ["pending", "subjects_pending"],
      ],
    },
  ],
};
