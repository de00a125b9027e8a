import { type ReactNode, Suspense } from "react";
import { lazyPart } from "../app/lazyPart.ts";
import { accountInPage } from "./accountState.ts";
import { takeLink } from "./takeLink.ts";

const SignInPage = lazyPart(() => import("./SignInPage.tsx"));
const link = takeLink(window);

/** The dashboard for who is signed in, and for everyone where there are no accounts; else the way in. */
export function AccountGate({ children }: { children: ReactNode }) {
  if (accountInPage === undefined || (accountInPage.account !== null && link === undefined)) return children;
  return (
    <Suspense fallback={null}>
      <SignInPage demonstrations={accountInPage.demonstrations} link={link} />
    </Suspense>
  );
}
