import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { CurrentLoad } from "./currentLoads.ts";

/** The loads that count without and with the publication, both in the order of publication. */
export interface RollupDelta {
  readonly warehouse: Warehouse;
  readonly signal: AbortSignal;
  readonly loadId: number;
  readonly job: string;
  readonly before: readonly CurrentLoad[];
  readonly after: readonly CurrentLoad[];
  /** The load that is replaced or withdrawn. */
  readonly replaced: CurrentLoad | undefined;
  /** Rows of the load itself; 0 for a withdrawal. */
  readonly rowCount: number;
}
