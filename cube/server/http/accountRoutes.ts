import express, { type Request, type Response, Router } from "express";
import { z } from "zod";
import { roleSchema } from "../access/access.ts";
import { type GrantedArea, grantedArea } from "../access/ownAreas.ts";
import { roles } from "../access/permissions.ts";
import { type Account, passwordLength } from "../accounts/account.ts";
import { demonstrations } from "../accounts/demonstrations.ts";
import type { Accounts } from "../accounts/openAccounts.ts";
import type { AreaIndex } from "../areas/areaIndex.ts";
import { HttpError } from "../failures/errors.ts";
import { parseParameters } from "../question/parseParameters.ts";
import { answering } from "./answering.ts";
import { atOnce } from "./atOnce.ts";
import { onlyGranted } from "./onlyGranted.ts";
import { sameOrigin } from "./sameOrigin.ts";

/** Each tries a password, which takes a processor some 50 ms. */
const mostSignIns = 4;

const text = (most: number) => z.string("must be text").min(1, "must not be empty").max(most, "is too long");
const signInBody = z.strictObject({ email: text(254), password: text(passwordLength.most) });
const demonstrationBody = z.strictObject({ id: text(60) });
const passwordBody = z.strictObject({ token: text(200), password: z.string("must be text").max(1000) });
const accountBody = z
  .strictObject({
    email: z.email("must be an e-mail address").max(254),
    name: text(120),
    role: roleSchema,
    areas: z.array(grantedArea).max(63).default([]),
  })
  .refine(({ role, areas }) => (role === "province") === areas.length > 0, {
    path: ["areas"],
    message: "a provincial department has one area or more, every other role none",
  });
const changeBody = z.strictObject({ change: z.enum(["unlock", "disable", "enable", "link"]) });

export interface AccountRoutesOptions {
  readonly accounts: Accounts;
  readAreas(): Promise<AreaIndex>;
  isSample(): Promise<boolean>;
}

/** What the page needs to know of accounts: who is signed in, or the ways to do so. */
export const accountState = async (account: Account | undefined, { readAreas, isSample }: AccountRoutesOptions) => {
  // The page is to be seen while the warehouse is away.
  const index = await readAreas().catch(() => undefined);
  const named = (areas: readonly GrantedArea[]) =>
    areas.map(({ structure, code }) => ({
      ...{ structure, code, name: index?.get(structure, "province", code)?.fullName ?? code },
      isOfToday: structure === index?.currentStructure,
    }));
  if (account !== undefined) {
    const { name, email, role, areas, isDemonstration } = account;
    return {
      account: {
        name,
        email,
        role,
        roleVi: roles[role].vi,
        roleEn: roles[role].en,
        areas: named(areas),
        isDemonstration,
      },
      demonstrations: [],
    };
  }
  const offered = (await isSample().catch(() => false)) ? demonstrations : [];
  return {
    account: null,
    demonstrations: offered.map(({ id, role, areas }) => ({
      ...{ id, roleVi: roles[role].vi, roleEn: roles[role].en, areas: named(areas) },
    })),
  };
};

/** `/api/account`: signing in and out. `/api/accounts`: an administrator's. */
export const accountRoutes = (options: AccountRoutesOptions): Router => {
  const { accounts, readAreas } = options;
  const router = Router();
  router.use(["/account", "/accounts"], sameOrigin, express.json({ limit: "16kb" }));
  const sending =
    (act: (request: Request, response: Response) => Promise<readonly string[]>) =>
    (request: Request, response: Response, next: (error: unknown) => void): void => {
      act(request, response)
        .then((cookies) => {
          response.setHeader("Cache-Control", "no-store");
          for (const cookie of cookies) response.append("Set-Cookie", cookie);
          response.status(204).end();
        })
        .catch(next);
    };

  router.get(
    "/account",
    answering((request) => accountState(request.account, options)),
  );
  router.use(["/account/sign-in", "/account/demonstration", "/account/password"], atOnce(mostSignIns));
  router.post(
    "/account/sign-in",
    sending(async ({ body }) => {
      const { email, password } = parseParameters(signInBody, body, '{"email": "…", "password": "…"}');
      return (await accounts.signIn(email, password)).cookies;
    }),
  );
  router.post(
    "/account/demonstration",
    sending(async ({ body }) => {
      const { id } = parseParameters(demonstrationBody, body, '{"id": "lanh-dao"}');
      return (await accounts.signInDemonstration(id)).cookies;
    }),
  );
  router.post(
    "/account/sign-out",
    sending(async ({ headers: { cookie = "" } }) => accounts.signOut(new Headers({ cookie }))),
  );
  router.post(
    "/account/password",
    sending(async ({ body }) => {
      const { token, password } = parseParameters(passwordBody, body, '{"token": "…", "password": "…"}');
      await accounts.setPassword(token, password);
      return [];
    }),
  );

  router.use("/accounts", onlyGranted("accounts"), (request, _response, next) => {
    // One made with the sample would outlive it.
    if (request.method === "GET" || request.account?.isDemonstration === false) return next();
    next(
      new HttpError(
        403,
        "Tài khoản mẫu không thay đổi được tài khoản. (A demonstration account changes no accounts.)",
        "Đăng nhập bằng tài khoản quản trị thật. (Sign in as a real administrator.)",
      ),
    );
  });
  router.get(
    "/accounts",
    answering(async () => ({ accounts: accounts.list() })),
  );
  router.post(
    "/accounts",
    answering(async ({ body }) => {
      const example = '{"email": "…", "name": "…", "role": "province", "areas": [{"structure": 34, "code": "01"}]}';
      const account = parseParameters(accountBody, body, example);
      const index = await readAreas();
      const unknown = account.areas.find(({ structure, code }) => !index.get(structure, "province", code));
      if (unknown !== undefined) {
        const message = `Không có tỉnh ${unknown.code} ở địa giới ${unknown.structure}. (No such province.)`;
        throw new HttpError(400, message, "/api/areas/search?q=…", { fields: ["areas"] });
      }
      return { token: await accounts.create(account) };
    }),
  );
  router.post(
    "/accounts/:id",
    answering(async ({ params: { id = "" }, body, account }) => {
      const { change } = parseParameters(changeBody, body, '{"change": "unlock"}');
      if (change === "disable" && account?.id === id) {
        const message = "Không tự khóa được tài khoản của mình. (Nobody disables their own account.)";
        throw new HttpError(409, message, "Nhờ quản trị khác. (Ask another administrator.)", { fields: ["change"] });
      }
      if (change === "link") return { token: await accounts.newLink(id) };
      if (change === "unlock") accounts.unlock(id);
      else accounts.setDisabled(id, change === "disable");
      return {};
    }),
  );
  return router;
};
