import { ACCEPTED_DIRT, type CleanRow, REJECTED_DIRT, SHAPE_DIRT, type Spoil } from "./doseDirt.ts";
import { AT } from "./peopleFormats.ts";
import type { SeededRandom } from "./SeededRandom.ts";

const REJECTED_SHARE = 0.012;
const ACCEPTED_SHARE = 0.03;

/** Draws and counts the dirt of one province's doses. */
export class DirtMaker {
  readonly counts = new Map<string, number>();
  private readonly random: SeededRandom;
  private readonly factor: number;
  private readonly rejectedKinds: Readonly<Record<string, Spoil>>;
  private next: number;

  /** `startKind` rotates the kinds from province to province, so that a small sample holds every kind too. */
  constructor(random: SeededRandom, factor: number, startKind: number, hasShapeDirt: boolean) {
    this.random = random;
    this.factor = factor;
    this.next = startKind;
    this.rejectedKinds = hasShapeDirt ? { ...REJECTED_DIRT, ...SHAPE_DIRT } : REJECTED_DIRT;
  }

  /** The row to write in the good row's place: itself, or spoilt in a way that does not cost it its place. */
  accepted(row: CleanRow): readonly string[] {
    if (!this.random.chance(ACCEPTED_SHARE * this.factor)) return row.values;
    return this.spoil(ACCEPTED_DIRT, row) ?? row.values;
  }

  /** A row to be refused, to write beside the good row; null for most rows. */
  rejected(row: CleanRow, ownDoseId: string): readonly string[] | null {
    if (!this.random.chance(REJECTED_SHARE * this.factor)) return null;
    const kept = { ...row, values: [...row.values] };
    const kind = this.kindAt(this.rejectedKinds);
    if (kind !== "duplicate_row" && kind !== "dose_id_conflict") kept.values[AT.ma_mui_tiem] = ownDoseId;
    return this.spoil(this.rejectedKinds, kept);
  }

  private kindAt(kinds: Readonly<Record<string, Spoil>>): string {
    const names = Object.keys(kinds);
    return names[this.next % names.length] ?? "";
  }

  private spoil(kinds: Readonly<Record<string, Spoil>>, row: CleanRow): string[] | null {
    const kind = this.kindAt(kinds);
    this.next++;
    const values = [...row.values];
    if (!kinds[kind]?.(values, row, this.random)) return null;
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    return values;
  }
}
