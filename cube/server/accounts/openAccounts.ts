import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { GrantedArea } from "../access/ownAreas.ts";
import type { Role } from "../access/permissions.ts";
import { HttpError } from "../failures/errors.ts";
import type { AccountsConfig } from "./AccountsConfig.ts";
import { type Account, accountSchema, idleMilliseconds, mostFailures } from "./account.ts";
import { type Demonstration, demonstrationEmail, demonstrations } from "./demonstrations.ts";
import { openAuth, refreshSeconds } from "./openAuth.ts";
import { passwordFault } from "./passwordFault.ts";

export interface AccountsEffects {
  now(): Date;
  /** Whether the data shown is the sample. */
  isSample(): Promise<boolean>;
}

/** Who asks, and the cookies to send back for the session to go on. */
export interface Reader {
  readonly account: Account;
  readonly cookies: readonly string[];
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly areas: readonly GrantedArea[];
}

export interface Accounts {
  /** @throws HttpError (401), in the same words for whatever is wrong */
  signIn(email: string, password: string): Promise<Reader>;
  /** @throws HttpError (404) where the data is not the sample */
  signInDemonstration(id: string): Promise<Reader>;
  /** The cookies that end the session. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Undefined without a session that is alive. What nobody does by hand is not an activity. */
  readerOf(headers: Headers, isActivity: boolean): Promise<Reader | undefined>;
  /** @throws HttpError (400) for a link that was used or is too old, and for a password that is too weak */
  setPassword(token: string, password: string): Promise<void>;
  list(): Account[];
  /** Returns the token of the one-time link with which the password is set. */
  create(account: NewAccount): Promise<string>;
  newLink(id: string): Promise<string>;
  /** Of a disabled account every session is dead at once. */
  setDisabled(id: string, isDisabled: boolean): void;
  unlock(id: string): void;
  /** Token for the administrator to set a password with, where none of them could sign in. */
  readonly firstLink: string | undefined;
  close(): void;
}

const sessionSchema = z.object({
  session: z.object({ updatedAt: z.coerce.date() }),
  user: accountSchema,
});
const rowSchema = accountSchema.extend({
  areas: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(accountSchema.shape.areas),
});

const notSignedIn = (): HttpError =>
  new HttpError(
    401,
    "E-mail hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa. (Wrong e-mail or password, or the account is locked.)",
    `Kiểm tra lại; sau ${mostFailures} lần sai tài khoản bị khóa cho đến khi quản trị mở. (After ${mostFailures} failures an administrator has to unlock it.)`,
  );

const noSuchAccount = (): HttpError =>
  new HttpError(404, "Không có tài khoản này. (No such account.)", "Xem danh sách: GET /api/accounts.");

/** Accounts, sessions and passwords of this instance. */
export const openAccounts = async (config: AccountsConfig, { now, isSample }: AccountsEffects): Promise<Accounts> => {
  const tokens = new Map<string, string>();
  const { auth, database } = await openAuth(config, (email, token) => tokens.set(email, token));
  const { internalAdapter, password: hashing } = await auth.$context;
  /** Of this process: nobody knows the password of a demonstration. */
  const demonstrationPasswords = new Map<string, Promise<string>>();

  const removeDemonstrations = (): void => {
    demonstrationPasswords.clear();
    database.prepare("DELETE FROM session WHERE userId IN (SELECT id FROM user WHERE isDemonstration = 1)").run();
    database.prepare("DELETE FROM account WHERE userId IN (SELECT id FROM user WHERE isDemonstration = 1)").run();
    database.prepare("DELETE FROM user WHERE isDemonstration = 1").run();
  };

  const endSessions = (id: string): void => {
    database.prepare("DELETE FROM session WHERE userId = ?").run(id);
  };

  const newLinkFor = async (email: string): Promise<string> => {
    await auth.api.requestPasswordReset({ body: { email } });
    const token = tokens.get(email);
    tokens.delete(email);
    if (token === undefined) throw noSuchAccount();
    return token;
  };

  const create = async ({ email, name, role, areas }: NewAccount): Promise<string> => {
    const known = database.prepare("SELECT 1 FROM user WHERE email = ?").get(email.toLowerCase());
    if (known !== undefined) {
      throw new HttpError(
        409,
        "Đã có tài khoản với e-mail này. (There is an account of this e-mail.)",
        "Dùng e-mail khác.",
      );
    }
    await internalAdapter.createUser({ email, name, role, areas: [...areas] }, { method: "admin" });
    return newLinkFor(email.toLowerCase());
  };

  /**
   * A try counts before its password is looked at: of many at once, no more than that many are. What is wrong is not said, and takes as
   * long whatever it is.
   */
  const signIn = async (email: string, password: string): Promise<Reader> => {
    const { changes } = database
      .prepare(
        "UPDATE user SET failedSignIns = failedSignIns + 1 WHERE email = ? AND failedSignIns < ? AND isDisabled = 0",
      )
      .run(email.toLowerCase(), mostFailures);
    const tried = changes === 1 ? password : randomBytes(32).toString("hex");
    const signedIn = await auth.api
      .signInEmail({ body: { email, password: tried }, headers: new Headers(), returnHeaders: true })
      .catch(() => undefined);
    if (signedIn === undefined) throw notSignedIn();
    const account = accountSchema.parse(signedIn.response.user);
    database.prepare("UPDATE user SET failedSignIns = 0 WHERE id = ?").run(account.id);
    return { account, cookies: signedIn.headers.getSetCookie() };
  };

  const createDemonstration = async ({ id, role, areas }: Demonstration): Promise<string> => {
    const password = randomBytes(32).toString("hex");
    const user = await internalAdapter.createUser(
      { email: demonstrationEmail(id), name: id, role, areas: [...areas], isDemonstration: true },
      { method: "admin" },
    );
    const credential = { providerId: "credential", accountId: user.id, password: await hashing.hash(password) };
    await internalAdapter.linkAccount({ userId: user.id, ...credential });
    return password;
  };

  const signInDemonstration = async (id: string): Promise<Reader> => {
    const found = demonstrations.find((each) => each.id === id);
    if (found === undefined || !(await isSample())) {
      removeDemonstrations();
      throw new HttpError(
        404,
        "Không có tài khoản mẫu này. (No such demonstration account.)",
        "Tài khoản mẫu chỉ có khi đang xem dữ liệu mẫu. (They exist with the sample only.)",
      );
    }
    const made = demonstrationPasswords.get(id) ?? createDemonstration(found);
    demonstrationPasswords.set(id, made);
    return signIn(demonstrationEmail(id), await made);
  };

  const signOut = async (headers: Headers): Promise<readonly string[]> =>
    (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie();

  const readerOf = async (headers: Headers, isActivity: boolean): Promise<Reader | undefined> => {
    if (!headers.has("cookie")) return undefined;
    const found: unknown = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    if (found === null) return undefined;
    const { session, user: account } = sessionSchema.parse(found);
    const idle = now().getTime() - session.updatedAt.getTime();
    if (account.isDemonstration && !(await isSample())) {
      removeDemonstrations();
      return undefined;
    }
    if (account.isDisabled || idle > idleMilliseconds(account)) {
      await signOut(headers);
      return undefined;
    }
    if (!isActivity || idle < refreshSeconds * 1000) return { account, cookies: [] };
    const { headers: sent } = await auth.api.getSession({ headers, returnHeaders: true });
    return { account, cookies: sent.getSetCookie() };
  };

  const setPassword = async (token: string, password: string): Promise<void> => {
    const fault = passwordFault(password);
    if (fault !== undefined) {
      throw new HttpError(
        400,
        fault,
        "Chọn một câu dài, dễ nhớ với riêng mình. (Choose a long sentence of your own.)",
        {
          fields: ["password"],
        },
      );
    }
    const owner = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    await auth.api.resetPassword({ body: { newPassword: password, token } }).catch((cause: unknown) => {
      throw new HttpError(
        400,
        "Liên kết đã dùng hoặc đã hết hạn. (The link was used or is too old.)",
        "Đề nghị quản trị cấp liên kết mới. (Ask an administrator for a new one.)",
        { fields: ["token"], cause },
      );
    });
    if (owner) database.prepare("UPDATE user SET failedSignIns = 0 WHERE id = ?").run(owner.value);
  };

  const list = (): Account[] => z.array(rowSchema).parse(database.prepare("SELECT * FROM user ORDER BY email").all());
  const accountOf = (id: string): Account => {
    const found = list().find((account) => account.id === id);
    if (found === undefined) throw noSuchAccount();
    return found;
  };

  /** A way in for who runs the machine, where no administrator has one. */
  const findFirstLink = async (): Promise<string | undefined> => {
    const canSignIn = database
      .prepare(
        `SELECT 1 FROM user JOIN account ON account.userId = user.id AND account.password IS NOT NULL
         WHERE user.role = 'administrator' AND user.isDisabled = 0 AND user.failedSignIns < ?`,
      )
      .get(mostFailures);
    if (canSignIn !== undefined) return undefined;
    const email = config.administrator;
    const known = list().find((account) => account.email === email);
    if (known === undefined) return create({ email, name: "Quản trị hệ thống", role: "administrator", areas: [] });
    return known.role === "administrator" && !known.isDisabled ? newLinkFor(email) : undefined;
  };

  removeDemonstrations();
  return {
    ...{ signIn, signInDemonstration, signOut, readerOf, setPassword, list, create },
    newLink: async (id) => newLinkFor(accountOf(id).email),
    setDisabled: (id, isDisabled) => {
      database.prepare("UPDATE user SET isDisabled = ? WHERE id = ?").run(isDisabled ? 1 : 0, accountOf(id).id);
      if (isDisabled) endSessions(id);
    },
    unlock: (id) => {
      database.prepare("UPDATE user SET failedSignIns = 0 WHERE id = ?").run(accountOf(id).id);
    },
    firstLink: await findFirstLink(),
    close: () => database.close(),
  };
};
