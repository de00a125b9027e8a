import { Popover } from "../app/Popover.tsx";
import { useText } from "../messages/useText.ts";
import { AttemptError } from "./AttemptError.tsx";
import { accountInPage } from "./accountState.ts";
import { postAccount } from "./postAccount.ts";
import { useAttempt } from "./useAttempt.ts";

/** Who is signed in, as what, and the way out; nothing where there are no accounts. */
export function AccountMenu() {
  const { t, language } = useText();
  const { isUnderWay, error, attempt } = useAttempt();
  const account = accountInPage?.account;
  if (!account) return null;
  const role = language === "vi" ? account.roleVi : account.roleEn;
  const areas = account.areas.map(({ name }) => name).join(", ");
  const label = (
    <svg viewBox="0 0 16 16" width="16" height="16" className="icon" aria-hidden="true">
      <path d="M8 8.2a3 3 0 1 0 0-6a3 3 0 0 0 0 6M2.5 14c.4-2.8 2.6-4.3 5.5-4.3s5.1 1.5 5.5 4.3" />
    </svg>
  );
  return (
    <Popover name={t("account.menu", { role })} label={label} className="tool">
      {() => (
        <div className="options">
          <p className="hint">{account.isDemonstration ? t("account.isDemonstration") : account.email}</p>
          <dl className="account-facts">
            {!account.isDemonstration && (
              <div>
                <dt>{t("account.name")}</dt>
                <dd>{account.name}</dd>
              </div>
            )}
            <div>
              <dt>{t("account.role")}</dt>
              <dd>{role}</dd>
            </div>
            {areas !== "" && (
              <div>
                <dt>{t("account.areas")}</dt>
                <dd>{areas}</dd>
              </div>
            )}
          </dl>
          <AttemptError error={error} />
          <button
            type="button"
            className="option"
            aria-disabled={isUnderWay}
            onClick={() =>
              attempt(async () => {
                await postAccount("sign-out");
                window.location.reload();
              })
            }
          >
            {t("account.signOut")}
          </button>
        </div>
      )}
    </Popover>
  );
}
