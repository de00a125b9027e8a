import * as z from "zod/mini";
import { fetchJson } from "../data/fetchJson.ts";

const area = z.object({ structure: z.number(), code: z.string(), name: z.string(), isOfToday: z.boolean() });
const role = { roleVi: z.string(), roleEn: z.string(), areas: z.array(area) };
const accountState = z.object({
  account: z.nullable(z.object({ name: z.string(), email: z.string(), isDemonstration: z.boolean(), ...role })),
  /** Accounts that anyone may enter while the sample is shown. */
  demonstrations: z.array(z.object({ id: z.string(), ...role })),
});
/** Who is signed in, or the ways to do so. */
export type AccountState = z.infer<typeof accountState>;
export type Account = NonNullable<AccountState["account"]>;

/** Who is signed in now. */
export async function fetchAccount(): Promise<Account | null> {
  return accountState.parse((await fetchJson("/api/account", undefined)).body).account;
}

const readState = (): AccountState | undefined => {
  const text = document.getElementById("account")?.textContent;
  return text ? accountState.parse(JSON.parse(text)) : undefined;
};

/** As the server wrote it into the page; undefined where there are no accounts. Signing in and out loads the page anew. */
export const accountInPage: AccountState | undefined = readState();
