import { UserError } from "@cubejs-backend/api-gateway";

/** One mistake of the asker's. */
export interface Fault {
  /** Where it stands: "filters[0].values", "query" for the question as a whole. */
  readonly field: string;
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

/** A question that cannot be answered as it is asked (status 400). */
export class QuestionError extends UserError {
  readonly faults: readonly Fault[];
  /** Cube hands these on in its answer, as `plainError`. */
  readonly plainMessages: readonly Fault[];

  constructor(...faults: readonly Fault[]) {
    super(faults.map(({ field, message, fix }) => `${field}: ${message} fix: ${fix}`).join("; "));
    this.faults = faults;
    this.plainMessages = faults;
  }
}
