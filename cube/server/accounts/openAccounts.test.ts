import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAccountsConfig } from "../config.ts";
import { mostFailures } from "./account.ts";
import { type Accounts, openAccounts, type Reader } from "./openAccounts.ts";

const password = "một câu đủ dài để thử";
const minute = 60_000;

let dataDir: string;
let accounts: Accounts;
let later: number;
let isSample: boolean;

const open = (): Promise<Accounts> =>
  openAccounts(
    { dataDir, secret: undefined, administrator: "quan-tri@y-te.example", secureCookies: false },
    { now: () => new Date(Date.now() + later), isSample: async () => isSample },
  );
beforeEach(async () => {
  later = 0;
  isSample = false;
  dataDir = await mkdtemp(join(tmpdir(), "accounts-"));
  accounts = await open();
});
afterEach(async () => {
  accounts.close();
  await rm(dataDir, { recursive: true, force: true });
});

const email = "thong-ke@y-te.example";
const anAccount = async (): Promise<string> => {
  const token = await accounts.create({ email, name: "Thống kê", role: "statistician", areas: [] });
  await accounts.setPassword(token, password);
  return accounts.list().find((account) => account.email === email)?.id ?? "";
};
const cookieOf = ({ cookies }: Pick<Reader, "cookies">): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(";", 1)[0]).join("; ") });
const roleOf = async (headers: Headers, isActivity = true): Promise<string | undefined> =>
  (await accounts.readerOf(headers, isActivity))?.account.role;
const refused = { status: 401 };

describe("the first start", () => {
  it("has one administrator, without a password, and a link to set one", async () => {
    expect(accounts.list().map(({ email, role }) => [email, role])).toEqual([
      ["quan-tri@y-te.example", "administrator"],
    ]);
    await expect(accounts.signIn("quan-tri@y-te.example", "")).rejects.toMatchObject(refused);
    await accounts.setPassword(accounts.firstLink ?? "", password);
    expect((await accounts.signIn("quan-tri@y-te.example", password)).account.role).toBe("administrator");
  });

  it("gives a link again while no administrator can sign in, and none from then on", async () => {
    accounts.close();
    accounts = await open();
    await accounts.setPassword(accounts.firstLink ?? "", password);
    accounts.close();
    accounts = await open();
    expect(accounts.firstLink).toBeUndefined();
    expect(accounts.list()).toHaveLength(1);
  });

  it("keeps accounts and the secret from other users of the machine", async () => {
    for (const file of ["accounts.db", "accounts.secret"]) {
      expect([file, (await stat(join(dataDir, file))).mode & 0o077]).toEqual([file, 0]);
    }
    expect((await readFile(join(dataDir, "accounts.secret"), "utf8")).length).toBeGreaterThanOrEqual(64);
  });
});

describe("a password", () => {
  it.each([
    ["short", "mười một kí"],
    ["common", "administrator"],
    ["common, in capitals", "PasswordPassword"],
    ["the same over and over", "123456123456"],
    ["endless", "a b c".repeat(100)],
  ])("is refused where it is %s", async (_why, weak) => {
    const token = await accounts.create({ email, name: "Thống kê", role: "statistician", areas: [] });
    await expect(accounts.setPassword(token, weak)).rejects.toMatchObject({ status: 400, fields: ["password"] });
    await accounts.setPassword(token, password);
  });

  it("is set once by a link, and never by one of somebody's making", async () => {
    const token = await accounts.create({ email, name: "Thống kê", role: "statistician", areas: [] });
    await accounts.setPassword(token, password);
    await expect(accounts.setPassword(token, "một câu khác cũng dài")).rejects.toMatchObject({ status: 400 });
    await expect(accounts.setPassword("x".repeat(24), password)).rejects.toMatchObject({ status: 400 });
    expect((await accounts.signIn(email, password)).account.email).toBe(email);
  });

  it("that is set anew ends every session", async () => {
    const id = await anAccount();
    const session = cookieOf(await accounts.signIn(email, password));
    await accounts.setPassword(await accounts.newLink(id), "một câu khác cũng dài");
    expect(await roleOf(session)).toBeUndefined();
  });

  it("stands nowhere in the data folder, and neither does a link", async () => {
    const token = await accounts.create({ email, name: "Thống kê", role: "statistician", areas: [] });
    expect((await readFile(join(dataDir, "accounts.db"))).includes(token)).toBe(false);
    await accounts.setPassword(token, password);
    expect((await readFile(join(dataDir, "accounts.db"))).includes(password)).toBe(false);
  });
});

describe("after five failures", () => {
  it("an account is locked, even to its password, until it is unlocked", async () => {
    const id = await anAccount();
    for (let i = 0; i < mostFailures; i += 1) {
      await expect(accounts.signIn(email, `sai ${i}`)).rejects.toMatchObject(refused);
    }
    await expect(accounts.signIn(email, password)).rejects.toMatchObject(refused);
    accounts.unlock(id);
    expect((await accounts.signIn(email.toUpperCase(), password)).account.id).toBe(id);
  });

  it("also where they come at once: no more passwords than that are looked at", async () => {
    await anAccount();
    const tries = ["sai 1", "sai 2", "sai 3", "sai 4", "sai 5", password, password].map((each) =>
      accounts.signIn(email, each).then(
        () => "in",
        () => "refused",
      ),
    );
    expect(new Set(await Promise.all(tries))).toEqual(new Set(["refused"]));
  });

  it("counts anew after a success, and says the same of an account that does not exist", async () => {
    await anAccount();
    const wrong = await accounts.signIn(email, "sai").catch((error: unknown) => error);
    await accounts.signIn(email, password);
    expect(accounts.list().find((account) => account.email === email)?.failedSignIns).toBe(0);
    expect(await accounts.signIn("ai@y-te.example", "sai").catch((error: unknown) => error)).toEqual(wrong);
  });
});

describe("a session", () => {
  it("is in a cookie that scripts and other sites do not get", async () => {
    await anAccount();
    const { cookies } = await accounts.signIn(email, password);
    expect(cookies).toEqual([expect.stringMatching(/HttpOnly/)]);
    expect(cookies).toEqual([expect.stringMatching(/SameSite=(Lax|Strict)/)]);
  });

  it("ends when its account is disabled, at once, and begins only when it is enabled", async () => {
    const id = await anAccount();
    const session = cookieOf(await accounts.signIn(email, password));
    expect(await roleOf(session)).toBe("statistician");
    accounts.setDisabled(id, true);
    expect(await roleOf(session)).toBeUndefined();
    await expect(accounts.signIn(email, password)).rejects.toMatchObject(refused);
    accounts.setDisabled(id, false);
    expect(await roleOf(session)).toBeUndefined();
    expect((await accounts.signIn(email, password)).account.id).toBe(id);
  });

  it("ends by signing out, whatever cookie is kept", async () => {
    await anAccount();
    const session = cookieOf(await accounts.signIn(email, password));
    await accounts.signOut(session);
    expect(await roleOf(session)).toBeUndefined();
  });

  it("is none where the cookie was made up or changed", async () => {
    await anAccount();
    const session = cookieOf(await accounts.signIn(email, password));
    const cookie = session.get("cookie") ?? "";
    const changed = cookie.replace(/=(.)/, (_, first: string) => `=${first === "a" ? "b" : "a"}`);
    expect(await roleOf(new Headers({ cookie: changed }))).toBeUndefined();
    expect(await roleOf(new Headers({ cookie: cookie.replace(/\.[^.]*$/, "") }))).toBeUndefined();
    expect(await roleOf(session)).toBe("statistician");
  });

  it("ends after a quarter of an hour without its reader, an administrator's after five minutes", async () => {
    await anAccount();
    await accounts.setPassword(accounts.firstLink ?? "", password);
    const statistician = cookieOf(await accounts.signIn(email, password));
    const administrator = cookieOf(await accounts.signIn("quan-tri@y-te.example", password));
    later = 4 * minute;
    expect([await roleOf(statistician, false), await roleOf(administrator, false)]).toEqual([
      "statistician",
      "administrator",
    ]);
    later = 6 * minute;
    expect([await roleOf(statistician, false), await roleOf(administrator)]).toEqual(["statistician", undefined]);
    later = 16 * minute;
    expect(await roleOf(statistician)).toBeUndefined();
    later = 0;
    expect([await roleOf(statistician), await roleOf(administrator)]).toEqual([undefined, undefined]);
  });
});

describe("demonstration accounts", () => {
  it("are there with the sample, without a password", async () => {
    isSample = true;
    const reader = await accounts.signInDemonstration("so-y-te-ha-noi");
    expect(reader.account).toMatchObject({
      role: "province",
      areas: [{ structure: 34, code: "01" }],
      isDemonstration: true,
    });
    expect((await accounts.signInDemonstration("so-y-te-ha-noi")).account.id).toBe(reader.account.id);
    await expect(accounts.signInDemonstration("ai-do")).rejects.toMatchObject({ status: 404 });
  });

  it("are gone with it, sessions and all", async () => {
    isSample = true;
    const session = cookieOf(await accounts.signInDemonstration("lanh-dao"));
    expect(await roleOf(session)).toBe("leader");
    isSample = false;
    expect(await roleOf(session)).toBeUndefined();
    expect(accounts.list().filter(({ isDemonstration }) => isDemonstration)).toEqual([]);
    await expect(accounts.signInDemonstration("lanh-dao")).rejects.toMatchObject({ status: 404 });
    isSample = true;
    expect(await roleOf(session)).toBeUndefined();
  });
});

describe("the environment", () => {
  it("has accounts off unless it says on, and says what is wrong with anything else", () => {
    expect(parseAccountsConfig({})).toBeUndefined();
    expect(parseAccountsConfig({ ACCOUNTS: "on" })).toMatchObject({ secret: undefined });
    expect(() => parseAccountsConfig({ ACCOUNTS: "yes" })).toThrow(/ACCOUNTS must be on or off/);
  });

  it.each(["secret", "a".repeat(64), "change-me-change-me-change-me-change-me"])(
    "refuses the weak secret %s",
    (weak) => {
      expect(() => parseAccountsConfig({ ACCOUNTS: "on", AUTH_SECRET: weak })).toThrow(
        /AUTH_SECRET must be at least 32/,
      );
    },
  );
});
