import { useText } from "../messages/useText.ts";
import { AttemptError } from "./AttemptError.tsx";
import type { AccountState } from "./accountState.ts";
import { postAccount } from "./postAccount.ts";
import { useAttempt } from "./useAttempt.ts";
import { useEnter } from "./useEnter.ts";

interface Props {
  demonstrations: AccountState["demonstrations"];
}

/** One click each, and said to be no real account. */
export function DemonstrationList({ demonstrations }: Props) {
  const { t, language } = useText();
  const enter = useEnter();
  const { isUnderWay, error, attempt } = useAttempt();
  return (
    <section className="demonstrations" aria-labelledby="demonstrations">
      <h2 id="demonstrations">{t("account.demonstrations")}</h2>
      <p className="hint">{t("account.demonstrationsHint")}</p>
      <AttemptError error={error} />
      <ul>
        {demonstrations.map(({ id, roleVi, roleEn, areas }) => (
          <li key={id}>
            <button
              type="button"
              className="option"
              aria-disabled={isUnderWay}
              onClick={() =>
                attempt(async () => {
                  await postAccount("demonstration", { id });
                  enter(areas);
                })
              }
            >
              <span>{language === "vi" ? roleVi : roleEn}</span>
              <span className="option-detail">{areas.map(({ name }) => name).join(", ")}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
