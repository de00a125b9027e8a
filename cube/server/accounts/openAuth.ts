import { open } from "node:fs/promises";
import { join } from "node:path";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { SqliteDialect } from "kysely";
import Database from "libsql";
import { makeDataFolder } from "../../../warehouse/makeDataFolder.ts";
import type { AccountsConfig } from "./AccountsConfig.ts";
import { passwordLength } from "./account.ts";
import { secretOf } from "./secretOf.ts";

/** How often what a reader does is written down; a session may end that much earlier, never later. */
export const refreshSeconds = 15;
const longestIdleSeconds = 15 * 60;
const linkSeconds = 3 * 24 * 60 * 60;

/** Made and owned by the reader's own user before anything is in it. */
const openDatabase = async (dataDir: string): Promise<Database.Database> => {
  await makeDataFolder(dataDir);
  const file = join(dataDir, "accounts.db");
  await (await open(file, "a", 0o600)).close();
  return new Database(file);
};

/**
 * better-auth on SQLite in the data folder. Its own routes are not served: the server's few (http/accountRoutes.ts) call it.
 * `onLink` is told the token of each one-time link.
 */
export const openAuth = async (
  { dataDir, secret, secureCookies }: AccountsConfig,
  onLink: (email: string, token: string) => void,
) => {
  const database = await openDatabase(dataDir);
  const ofServer = { required: true, input: false } as const;
  const auth = betterAuth({
    database: { dialect: new SqliteDialect({ database }), type: "sqlite", transaction: true },
    secret: await secretOf(dataDir, secret),
    // Nothing is linked to it.
    baseURL: "http://localhost",
    telemetry: { enabled: false },
    // It would say which e-mail was tried.
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      resetPasswordTokenExpiresIn: linkSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => onLink(user.email, token),
    },
    user: {
      additionalFields: {
        role: { type: "string", ...ofServer },
        areas: { type: "json", ...ofServer, defaultValue: [] },
        isDisabled: { type: "boolean", ...ofServer, defaultValue: false },
        isDemonstration: { type: "boolean", ...ofServer, defaultValue: false },
        failedSignIns: { type: "number", ...ofServer, defaultValue: 0 },
      },
    },
    session: { expiresIn: longestIdleSeconds, updateAge: refreshSeconds },
    verification: { storeIdentifier: "hashed" },
    advanced: { cookiePrefix: "suc-khoe", useSecureCookies: secureCookies },
  });
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  return { auth, database };
};
