import { ApiError } from "../data/ApiError.ts";

/** The session has ended: the page comes anew, with the way in. What was looked at stands in the address. */
export const reloadWhenSignedOut = (error: Error): void => {
  if (error instanceof ApiError && error.details.status === 401) window.location.reload();
};
