import { setTimeout as sleep } from "node:timers/promises";
import { openWarehouse } from "../../warehouse/client.ts";
import { withPublicationLock } from "../publication/withPublicationLock.ts";

// For tests: a process that takes the lock, says so, and waits to be killed. argv: run id.
const warehouse = await openWarehouse();
await withPublicationLock(
  { warehouse, runId: process.argv[2] ?? "", signal: new AbortController().signal },
  async () => {
    process.stdout.write("held\n");
    await sleep(600_000);
  },
);
