import { ApiError } from "../data/ApiError.ts";
import { useText } from "../messages/useText.ts";

interface Props {
  error: Error;
  retry(): void;
  /** Figures of before are still on the screen below. */
  hasOld?: boolean;
}

/** What went wrong, what to do, and what to quote when asking for help. Never a stack trace. */
export function ErrorPanel({ error, retry, hasOld = false }: Props) {
  const { t } = useText();
  const details = error instanceof ApiError ? error.details : null;
  const isOffline = error instanceof ApiError && error.isOffline;
  const message = isOffline ? t("error.offline") : details ? error.message : t("error.unexpected");
  const fix = isOffline ? t("error.offlineFix") : (details?.fix ?? t("error.fix"));
  // Nothing is broken, and trying again changes nothing.
  if (details?.status === 403) {
    return (
      <div className="forbidden-note">
        <p>
          <b>{t("error.forbidden")}</b>
        </p>
        <p>{t("error.forbiddenFix")}</p>
      </div>
    );
  }
  return (
    <div className="error-panel" role="alert">
      <p className="error-title">
        <span aria-hidden="true">▲</span> {t("error.title")}
      </p>
      <p>{message}</p>
      <p>{fix}</p>
      {details?.requestId && <p className="error-id">{t("error.requestId", { id: details.requestId })}</p>}
      {hasOld && <p>{t("error.oldShown")}</p>}
      <button type="button" className="button" onClick={retry}>
        {t("error.retry")}
      </button>
    </div>
  );
}
