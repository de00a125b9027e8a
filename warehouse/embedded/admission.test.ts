import { expect, test } from "vitest";
import { Admission } from "./admission.ts";

const signal = new AbortController().signal;

test("lets statements in by order of arrival and refuses those past the queue", async () => {
  const admission = new Admission({ running: 1, waiting: 1, waitMs: 10_000 });
  const leave = await admission.enter(signal);
  const second = admission.enter(signal);
  await expect(admission.enter(signal)).rejects.toMatchObject({ code: 202 });
  leave();
  leave(); // Twice does no harm.
  const leaveSecond = await second;
  leaveSecond();
  (await admission.enter(signal))();
});

test("gives up after the wait", async () => {
  const admission = new Admission({ running: 1, waiting: 1, waitMs: 5 });
  await admission.enter(signal);
  await expect(admission.enter(signal)).rejects.toMatchObject({ code: 202 });
});

test("a cancelled statement leaves the queue", async () => {
  const admission = new Admission({ running: 1, waiting: 1, waitMs: 10_000 });
  const leave = await admission.enter(signal);
  const cancel = new AbortController();
  const waiting = admission.enter(cancel.signal);
  cancel.abort(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
  leave();
  await admission.enter(signal);
});
