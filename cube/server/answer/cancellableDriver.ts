import { createRequire } from "node:module";
import type { ClickHouseDriver as StockDriver } from "@cubejs-backend/clickhouse-driver";
import { withoutUnasked } from "./withoutUnasked.ts";

// Loaded as Cube loads it, so that there is one copy of the driver's base class.
const { ClickHouseDriver }: typeof import("@cubejs-backend/clickhouse-driver") = createRequire(import.meta.url)(
  "@cubejs-backend/clickhouse-driver",
);

type QueryOptions = Parameters<StockDriver["query"]>[2];

const cancelOf = (promise: object): (() => Promise<void>) =>
  "cancel" in promise && typeof promise.cancel === "function" ? promise.cancel.bind(promise) : async () => undefined;

/**
 * The stock driver, whose queries can be cancelled: its `query` hides the `cancel` of the request it waits for, so that Cube's
 * queue has nothing to call when a question runs out of time, and ClickHouse would go on computing for nobody. It sends no rows of kinds that
 * nothing is asked of.
 */
export class CancellableDriver extends ClickHouseDriver {
  override query<R = unknown>(sql: string, values: unknown[], options?: QueryOptions): Promise<R[]> {
    const asked = withoutUnasked({ sql, values: values ?? [] });
    const response = this.queryResponse(asked.sql, [...asked.values], options);
    const rows = response.then((answer) => this.normaliseResponse<R>(answer));
    return Object.assign(rows, { cancel: cancelOf(response) });
  }
}
