import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { z } from "zod";

/** Who holds a lock, and what for; kept as JSON in the COMMENT of the lock's table. */
const lockOwner = z.object({
  lockId: z.uuid(),
  runId: z.string().min(1),
  host: z.string(),
  pid: z.number().int(),
});

export type LockOwner = z.infer<typeof lockOwner>;

/** A comment is a literal in the CREATE statement, so nothing that could end the literal may get in. */
const harmless = (text: string): string => text.replace(/[^A-Za-z0-9._-]/g, "_");

export const newLockOwner = (runId: string): LockOwner => ({
  lockId: randomUUID(),
  runId: harmless(runId),
  host: harmless(hostname()),
  pid: process.pid,
});

export const writeLockOwner = (owner: LockOwner): string => JSON.stringify(owner);

/** Undefined: the table was made by hand. */
export const readLockOwner = (comment: string): LockOwner | undefined => {
  try {
    return lockOwner.parse(JSON.parse(comment));
  } catch {
    return undefined;
  }
};

/** True when the owner's process ran on this machine and is gone: no need to wait until its heartbeat grows old. */
export const isProcessGone = (owner: LockOwner): boolean => {
  if (owner.host !== harmless(hostname())) return false;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
};
