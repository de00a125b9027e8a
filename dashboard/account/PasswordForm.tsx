import { useState } from "react";
import { useText } from "../messages/useText.ts";
import { AttemptError } from "./AttemptError.tsx";
import { postAccount } from "./postAccount.ts";
import { useAttempt } from "./useAttempt.ts";

/** Sets a password by a one-time link. */
export function PasswordForm({ token }: { token: string }) {
  const { t } = useText();
  const { isUnderWay, error, attempt } = useAttempt();
  const [password, setPassword] = useState("");
  const [isShown, setShown] = useState(false);
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(async () => {
          await postAccount("password", { token, password });
          window.location.reload();
        });
      }}
    >
      <AttemptError error={error} />
      <label>
        {t("account.newPassword")}
        <input
          className="field"
          type={isShown ? "text" : "password"}
          name="new-password"
          autoComplete="new-password"
          aria-describedby="password-rule"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <p className="hint" id="password-rule">
        {t("account.passwordRule")}
      </p>
      <label className="sign-in-check">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        {t("account.showPassword")}
      </label>
      <button type="submit" className="button" aria-disabled={isUnderWay}>
        {t("account.setPassword")}
      </button>
    </form>
  );
}
