import { useState } from "react";
import { useText } from "../messages/useText.ts";
import { AttemptError } from "./AttemptError.tsx";
import { fetchAccount } from "./accountState.ts";
import { postAccount } from "./postAccount.ts";
import { useAttempt } from "./useAttempt.ts";
import { useEnter } from "./useEnter.ts";

export function SignInForm() {
  const { t } = useText();
  const enter = useEnter();
  const { isUnderWay, error, attempt } = useAttempt();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(async () => {
          await postAccount("sign-in", { email, password });
          enter((await fetchAccount())?.areas ?? []);
        });
      }}
    >
      <AttemptError error={error} />
      <label>
        {t("account.email")}
        <input
          className="field"
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <label>
        {t("account.password")}
        <input
          className="field"
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <button type="submit" className="button" aria-disabled={isUnderWay}>
        {t("account.signIn")}
      </button>
      <p className="hint">{t("account.forgotten")}</p>
    </form>
  );
}
