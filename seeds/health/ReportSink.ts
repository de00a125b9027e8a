import type { RowSink } from "../RowSink.ts";
import type { SeededRandom } from "../SeededRandom.ts";

/** Spoils a row in place, in one way; false where the row does not lend itself to it. */
export type SpoilRow = (row: string[], random: SeededRandom) => boolean;

/** Kinds of dirt of one file: `kept` rows count all the same; `refused` ones stand beside good rows and must not count. */
export interface DirtKinds {
  readonly kept: Readonly<Record<string, SpoilRow>>;
  readonly refused: Readonly<Record<string, SpoilRow>>;
}

const KEPT_SHARE = 0.012;
const REFUSED_SHARE = 0.004;

/** Writes reports, some of them spoilt, and counts what was spoilt. */
export class ReportSink {
  readonly counts = new Map<string, number>();
  private readonly file: string;
  private readonly sink: RowSink;
  private readonly kinds: DirtKinds;
  private readonly random: SeededRandom;
  private readonly factor: number;
  private readonly next: { kept: number; refused: number };

  /** `startKind` rotates the kinds from province to province, so that a small sample holds every kind too. */
  constructor(
    file: string,
    sink: RowSink,
    kinds: DirtKinds,
    dirt: { random: SeededRandom; factor: number; startKind: number },
  ) {
    this.file = file;
    this.sink = sink;
    this.kinds = kinds;
    this.random = dirt.random;
    this.factor = dirt.factor;
    this.next = { kept: dirt.startKind, refused: dirt.startKind };
  }

  /** `dirt`: what is wrong with the row before it is spoilt. */
  write(row: string[], dirt: string | null = null): void {
    if (dirt !== null) this.count(dirt);
    if (this.random.chance(KEPT_SHARE * this.factor)) this.spoil("kept", row);
    this.sink.write(row);
    if (!this.random.chance(REFUSED_SHARE * this.factor)) return;
    const bad = [...row];
    if (this.spoil("refused", bad)) this.sink.write(bad);
  }

  private spoil(fate: "kept" | "refused", row: string[]): boolean {
    const kinds = Object.entries(this.kinds[fate]);
    const [kind, spoil] = kinds[this.next[fate]++ % kinds.length] ?? [];
    if (!kind || !spoil?.(row, this.random)) return false;
    this.count(kind);
    return true;
  }

  /** One more spoilt row of a kind. */
  count(kind: string): void {
    const key = `${this.file}.${kind}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}
