import { useEffect } from "react";
import { LanguageLink } from "../app/LanguageLink.tsx";
import { useView } from "../app/ViewProvider.tsx";
import { TextContext } from "../messages/useText.ts";
import { useTextOf } from "../messages/useTextOf.ts";
import { useTheme } from "../theme/useTheme.ts";
import "../theme/account.css";
import type { AccountState } from "./accountState.ts";
import { DemonstrationList } from "./DemonstrationList.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { SignInForm } from "./SignInForm.tsx";

interface Props {
  demonstrations: AccountState["demonstrations"];
  /** Of the one-time link that the page was opened by. */
  link: string | undefined;
}

/** What stands before the figures: signing in, or setting a password by a one-time link. */
export default function SignInPage({ demonstrations, link }: Props) {
  const { view } = useView();
  const text = useTextOf(view.lang);
  useTheme(view.theme);
  const title = text?.t(link === undefined ? "account.signIn" : "account.setPassword");
  useEffect(() => {
    if (!text) return;
    document.documentElement.lang = text.language;
    document.title = [title, text.t("app.title")].join(" · ");
  }, [text, title]);
  if (!text) return null;
  const { t } = text;
  return (
    <TextContext value={text}>
      <div className="sign-in">
        <header className="sign-in-head">
          <img src="/favicon.svg" alt="" width="32" height="32" />
          <p>{t("app.title")}</p>
          <LanguageLink />
        </header>
        <main id="main">
          <h1>{title}</h1>
          {link === undefined ? <SignInForm /> : <PasswordForm token={link} />}
          {link === undefined && demonstrations.length > 0 && <DemonstrationList demonstrations={demonstrations} />}
        </main>
      </div>
    </TextContext>
  );
}
