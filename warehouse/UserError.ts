/** An error whose reader can act on it: what happened, and in `fix` what to do about it. */
export class UserError extends Error {
  readonly fix: string;

  constructor(message: string, { fix, cause }: { fix: string; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "UserError";
    this.fix = fix;
  }
}
