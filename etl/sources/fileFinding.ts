/** What reading a file found out about it, beyond the form of its rows. */
export interface FileFinding {
  /** Code of a rule of `fileRules`. */
  readonly rule: string;
  /** Data row from 1; 0: the file as a whole. */
  readonly row: number;
  /** Never personal data. */
  readonly detail: string;
}
