import { once } from "node:events";
import { createServer } from "node:net";
import { UserError } from "../warehouse/UserError.ts";

/** Says at once that the address is taken, not after a minute of loading. @throws UserError */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, "listening");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`Nothing can be served at ${host}:${port}: ${reason}`, {
      fix: "end the program that uses the port, or choose another: PORT=4001 npm start",
      cause,
    });
  }
  probe.close();
  await once(probe, "close");
}
