export interface AccountsConfig {
  /** Holds accounts.db, and the secret where none is given. */
  readonly dataDir: string;
  readonly secret: string | undefined;
  /** E-mail of the first administrator. */
  readonly administrator: string;
  /** Cookies go over TLS only. */
  readonly secureCookies: boolean;
}
