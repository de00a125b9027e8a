import { ApiError } from "../data/ApiError.ts";
import { useText } from "../messages/useText.ts";

/** Why it did not work, and what to do, read out when it appears. */
export function AttemptError({ error }: { error: Error | null }) {
  const { t } = useText();
  if (error === null) return null;
  const details = error instanceof ApiError && !error.isOffline ? error.details : null;
  return (
    <div className="error-panel" role="alert">
      <p className="error-title">
        <span aria-hidden="true">▲</span> {details ? error.message : t("error.offline")}
      </p>
      <p>{details?.fix ?? t("error.offlineFix")}</p>
    </div>
  );
}
