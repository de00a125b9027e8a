import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { type AskAs, askAs, cookieIn } from "../../testing/askAs.ts";
import { type Accounts, openAccounts } from "../accounts/openAccounts.ts";
import { buildAreaIndex } from "../areas/areaIndex.ts";
import { accountRoutes } from "./accountRoutes.ts";
import { errorResponse } from "./errorResponse.ts";
import { knownReader } from "./knownReader.ts";

let folder: string;
let accounts: Accounts;
let server: Server;
let url: string;

/** The account routes of a product that shows its sample; what they do with real data: access/doors.test.ts. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "accounts-"));
  const isSample = async (): Promise<boolean> => true;
  const readAreas = async () => buildAreaIndex([], 34);
  const config = { dataDir: folder, secret: undefined, administrator: "quan-tri@y-te.example", secureCookies: false };
  accounts = await openAccounts(config, { now: () => new Date(), isSample });
  const app = express();
  app.use(knownReader(accounts, async () => []));
  app.use("/api", accountRoutes({ accounts, readAreas, isSample }), errorResponse(pino({ level: "silent" })));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  accounts.close();
  await rm(folder, { recursive: true, force: true });
});

const asDemonstration = async (id: string): Promise<AskAs> =>
  askAs(url, cookieIn(await askAs(url)("/api/account/demonstration", { body: { id } })));

it("offers an account of every role, and one click enters it", async () => {
  const state = z.object({ demonstrations: z.array(z.object({ id: z.string(), roleVi: z.string() })) });
  const { demonstrations } = state.parse(JSON.parse((await askAs(url)("/api/account")).text));
  expect(new Set(demonstrations.map(({ roleVi }) => roleVi)).size).toBe(6);
  for (const { id, roleVi } of demonstrations) {
    const told = await (await asDemonstration(id))("/api/account");
    expect(JSON.parse(told.text)).toMatchObject({ account: { roleVi, isDemonstration: true }, demonstrations: [] });
  }
});

it("lets a demonstration administrator look at accounts and change none: they would outlive the sample", async () => {
  const administrator = await asDemonstration("quan-tri");
  expect((await administrator("/api/accounts")).status).toBe(200);
  const body = { email: "ai@y-te.example", name: "Ai", role: "administrator" };
  expect((await administrator("/api/accounts", { body })).status).toBe(403);
  expect(accounts.list().some(({ email }) => email === body.email)).toBe(false);
});

it("keeps an administrator from shutting themselves out", async () => {
  await accounts.setPassword(accounts.firstLink ?? "", "một câu đủ dài để thử");
  const body = { email: "quan-tri@y-te.example", password: "một câu đủ dài để thử" };
  const administrator = askAs(url, cookieIn(await askAs(url)("/api/account/sign-in", { body })));
  const [own] = accounts.list();
  expect((await administrator(`/api/accounts/${own?.id}`, { body: { change: "disable" } })).status).toBe(409);
  expect((await administrator("/api/accounts")).status).toBe(200);
});

it("says what is wrong with an account that is to be made", async () => {
  await accounts.setPassword(accounts.firstLink ?? "", "một câu đủ dài để thử");
  const body = { email: "quan-tri@y-te.example", password: "một câu đủ dài để thử" };
  const administrator = askAs(url, cookieIn(await askAs(url)("/api/account/sign-in", { body })));
  const made = async (account: object): Promise<unknown> =>
    JSON.parse((await administrator("/api/accounts", { body: account })).text);
  const someone = { email: "ai@y-te.example", name: "Ai", role: "leader" };
  expect(await made({ ...someone, role: "owner" })).toMatchObject({ fields: ["role"] });
  expect(await made({ ...someone, role: "province" })).toMatchObject({ fields: ["areas"] });
  expect(await made({ ...someone, areas: [{ structure: 34, code: "01" }] })).toMatchObject({ fields: ["areas"] });
  expect(await made({ ...someone, role: "province", areas: [{ structure: 34, code: "01" }] })).toMatchObject({
    error: expect.stringContaining("No such province"),
  });
  expect(await made(someone)).toEqual({ token: expect.any(String) });
  expect(await made(someone)).toMatchObject({ error: expect.stringContaining("There is an account") });
});
