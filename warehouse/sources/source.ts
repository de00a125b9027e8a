/**
 * - `register`: one row per event of a person; the vaccination rollup keeps its days.
 * - `facility report`: each fact names the facility that reports it.
 * - `report`: figures that the Ministry or a province reports.
 * - `list`: what there is (facilities, procedures), as of the day its file is of.
 * - `reference`: units, codes, plans and published figures. They belong to sample and real data alike, and hide nothing; only
 *   what its own file labels as sample is hidden with the sample.
 */
export type SourceKind = "register" | "facility report" | "report" | "list" | "reference";

export type MartTable = `mart.${string}`;

/** Days of facts in a table: the days that a source reports on. */
export interface FactDays {
  readonly of: "facts";
  readonly table: MartTable;
  /** SQL over the facts: the rows that are of this source, where others share the table. */
  readonly where?: string;
  /** SQL over the facts, a Date: a monthly figure belongs to the last day of its month, a yearly one to that of its year. */
  readonly day: string;
  /** SQL over the facts, a place key. Undefined: the column `place_key`. */
  readonly place?: string;
}

/** Facts of which each stands for one accepted row of the source, and has its place. */
export interface PlacedFacts {
  readonly table: MartTable;
  /** SQL over the facts, where the table has others beside these. */
  readonly where?: string;
  /** SQL conditions over the facts: true where a field was given and understood. Fields that every accepted row has are left out. */
  readonly filledFields: readonly string[];
}

/** What of the sample is written and loaded together: what is reported, or what is recorded of people. */
export type SamplePart = "reports" | "people";

/** What more than one room has to know of a kind of data that is loaded. What only its job needs stays in etl/jobs. */
export interface Source<Name extends string = string> {
  readonly title: { readonly vi: string; readonly en: string };
  readonly kind: SourceKind;
  /** Tables that hold its facts under a load, in a partition of its own; the first holds a row for each fact. */
  readonly tables: readonly MartTable[];
  /** Tables and dictionaries, not kept by load, that its rows go into beside others. */
  readonly fills?: readonly MartTable[];
  /** How its days are found. Undefined: it has none, and nobody can be late with it. */
  readonly days?: FactDays | { readonly of: "register" } | { readonly of: "files" };
  /**
   * Undefined: its rows count at the nation's unknown place. Its facts have no place (a person's checks and certificates count
   * where the person lives, which a row does not say), or are not rows of its files.
   */
  readonly placed?: PlacedFacts;
  /** Sources to load before, because its cleansing looks them up or its figures are read with theirs. */
  readonly needs: readonly Name[];
  /** The part of the sample that its files are written with. Undefined: not in the sample. */
  readonly sample?: SamplePart;
  /** A file of it ships with the product, and is loaded at the start. */
  readonly ships?: true;
}
