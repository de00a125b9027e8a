import { pino } from "pino";
import { openWarehouse } from "../../warehouse/client.ts";
import { UserError } from "../../warehouse/UserError.ts";
import { parseServerConfig } from "./config.ts";
import { startServer } from "./startServer.ts";

const log = pino({ name: "server" });

const run = async (): Promise<void> => {
  const config = parseServerConfig();
  const warehouse = await openWarehouse();
  const server = await startServer({ ...config, warehouse }, { log });
  log.info({ url: server.url }, "serving");
  // To the terminal alone: the log is kept.
  if (server.firstLink) process.stderr.write(`set the administrator's password, once: ${server.firstLink}\n`);
  const stop = (signal: NodeJS.Signals): void => {
    log.info({ signal }, "stopping");
    server
      .close()
      .then(() => warehouse.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "stopped badly");
          process.exit(1);
        },
      );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
};

run().catch((error: unknown) => {
  if (error instanceof UserError) log.fatal({ fix: error.fix }, error.message);
  else log.fatal({ err: error }, "not started");
  process.exit(1);
});
