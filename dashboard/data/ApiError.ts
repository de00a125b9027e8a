/** Status is null when there was no answer at all; the rest is null where the server did not say. */
export interface ApiErrorDetails {
  status: number | null;
  fix: string | null;
  requestId: string | null;
}

/** A request that failed, in words that a reader can act on. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly details: ApiErrorDetails;

  constructor(message: string, details: ApiErrorDetails) {
    super(message);
    this.details = details;
  }

  /** No answer at all: the network or the server is away. */
  get isOffline(): boolean {
    return this.details.status === null;
  }
}
