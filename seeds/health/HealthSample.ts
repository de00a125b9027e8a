import { type SampleSourceOf, sampleSources } from "../../warehouse/sources/sources.ts";
import type { ProvincePlan } from "../provincePlan.ts";
import type { RowSink } from "../RowSink.ts";
import type { DirtCounts, OpenSink, ReportSeed } from "../Seed.ts";
import type { SampleFile, SeedOptions } from "../seedOptions.ts";
import { reportSeeds } from "../seeds.ts";
import { type HealthPlan, healthPlan } from "./healthPlan.ts";
import { reportExtent } from "./reportCalendar.ts";
import { reportingHabit } from "./reportingHabit.ts";

/** One row of a facility's or a procedure's report stands for one, whatever the scale of the people. */
const REPORT_LABEL = "mau 1/1";

/** Opens a file of the sample; rows go nowhere if it was not asked for. */
export type OpenFile = (file: SampleFile, suffix?: string) => RowSink;

const isReported = (file: SampleFile): file is SampleSourceOf<"reports"> => Object.hasOwn(reportSeeds, file);

/** Writes what facilities, provinces and the Ministry report. Memory holds the country's plan and one facility's rows. */
export class HealthSample {
  /** rows spoilt, by file and kind */
  readonly dirt = new Map<string, number>();
  private readonly options: SeedOptions;
  private readonly plans: readonly ProvincePlan[];
  private readonly health: HealthPlan;
  private readonly open: OpenFile;

  constructor(options: SeedOptions, plans: readonly ProvincePlan[], open: OpenFile) {
    this.options = options;
    this.plans = plans;
    this.open = open;
    this.health = healthPlan(
      plans.map(({ units }) => units),
      options.seed,
    );
  }

  /** What the Ministry itself keeps, such as the procedures and the dossiers it receives. */
  writeMinistry(): void {
    const { scale, seed } = this.options;
    const ministry = { health: this.health, extent: reportExtent(scale), label: REPORT_LABEL, seed };
    for (const [each, open] of this.asked()) this.count(each.writeMinistry?.(open, ministry));
  }

  /** @param scaledLabel label of rows that are reduced with the sample */
  writeProvince(index: number, scaledLabel: string): void {
    const plan = this.plans[index];
    if (!plan) return;
    const { scale, seed } = this.options;
    const { health } = this;
    const source = {
      provinceCode: plan.units.code,
      provinceIndex: index,
      facilities: health.facilities[index] ?? [],
      levels: health.levels,
      habit: reportingHabit(seed, plan.units.code),
      extent: reportExtent(scale),
      dirtFactor: plan.profile.dirtFactor,
      label: REPORT_LABEL,
      seed,
    };
    for (const [each, open] of this.asked())
      this.count(each.writeProvince?.(open, { health, plan, source, scaledLabel }));
  }

  /** Reports that nobody asked for are not made: they take longer to make than to write. */
  private asked(): [ReportSeed, OpenSink][] {
    return sampleSources
      .filter((file) => this.options.only.includes(file))
      .filter(isReported)
      .map((file) => [reportSeeds[file], (suffix) => this.open(file, suffix)]);
  }

  private count(spoilt: DirtCounts = new Map()): void {
    for (const [kind, rows] of spoilt) this.dirt.set(kind, (this.dirt.get(kind) ?? 0) + rows);
  }
}
