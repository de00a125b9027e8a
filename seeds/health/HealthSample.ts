import type { ProvincePlan } from "../provincePlan.ts";
import { PROVINCE_POPULATIONS } from "../provincePopulations.ts";
import type { RowSink } from "../RowSink.ts";
import type { SampleFile, SeedOptions } from "../seedOptions.ts";
import { writeConnectionReports } from "./connectionReports.ts";
import { type Receiver, writeDossiers } from "./dossierReports.ts";
import { type HealthPlan, healthPlan } from "./healthPlan.ts";
import { writePaymentReports } from "./paymentReports.ts";
import { writeProcedures } from "./procedures.ts";
import type { ReportSource } from "./ReportSource.ts";
import { reportExtent } from "./reportCalendar.ts";
import { reportingHabit } from "./reportingHabit.ts";
import { RESTATED_MONTH, writeResourceReports } from "./resourceReports.ts";
import { writeServiceReports } from "./serviceReports.ts";
import { writeFacilities } from "./writeFacilities.ts";

/** One row of a facility's or a procedure's report stands for one, whatever the scale of the people. */
export const REPORT_LABEL = "mau 1/1";

/** Opens a file of the sample; rows go nowhere if it was not asked for. */
export type OpenFile = (file: SampleFile, suffix?: string) => RowSink;

type HealthSinks = Readonly<
  Record<
    "facilities" | "resources" | "restated" | "services" | "payments" | "connections" | "procedures" | "dossiers",
    RowSink
  >
>;

/** Writes what facilities, provinces and the Ministry report. Memory holds the country's plan and one facility's rows. */
export class HealthSample {
  /** rows spoilt, by file and kind */
  readonly dirt = new Map<string, number>();
  private readonly options: SeedOptions;
  private readonly plans: readonly ProvincePlan[];
  private readonly health: HealthPlan;
  private readonly sinks: HealthSinks;

  constructor(options: SeedOptions, plans: readonly ProvincePlan[], open: OpenFile) {
    this.options = options;
    this.plans = plans;
    this.health = healthPlan(
      plans.map(({ units }) => units),
      options.seed,
    );
    this.sinks = {
      facilities: open("facilities"),
      resources: open("resources"),
      restated: open("resources", `_restated_${RESTATED_MONTH}`),
      services: open("services"),
      payments: open("payments"),
      connections: open("connections"),
      procedures: open("procedures"),
      dossiers: open("dossiers"),
    };
  }

  /** What the Ministry itself keeps: the procedures, and the dossiers it receives. */
  writeMinistry(): void {
    writeProcedures(this.sinks.procedures, this.health.procedures, REPORT_LABEL);
    const population = PROVINCE_POPULATIONS.reduce((sum, province) => sum + province.population, 0);
    this.writeDossiersOf({ code: "", name: "", population, index: 0, dirtFactor: 0 });
  }

  writeProvince(index: number): void {
    const plan = this.plans[index];
    if (!plan) return;
    const { scale, seed, only } = this.options;
    const { code, name } = plan.units;
    const province = { code, name, index, dirtFactor: plan.profile.dirtFactor };
    const { facilities, levels, chipId, cashless } = this.health;
    const source: ReportSource = {
      ...{
        provinceCode: code,
        provinceIndex: index,
        dirtFactor: province.dirtFactor,
        label: REPORT_LABEL,
        seed,
        levels,
      },
      facilities: facilities[index] ?? [],
      habit: reportingHabit(seed, code),
      extent: reportExtent(scale),
    };
    this.count(writeFacilities(this.sinks.facilities, source.facilities, province, REPORT_LABEL, seed));
    // Reports that nobody asked for are not made: they take longer to make than to write.
    if (only.includes("resources")) this.count(writeResourceReports(this.sinks.resources, this.sinks.restated, source));
    if (only.includes("services")) this.count(writeServiceReports(this.sinks.services, source, chipId));
    if (only.includes("payments")) this.count(writePaymentReports(this.sinks.payments, source, cashless));
    if (only.includes("connections")) this.count(writeConnectionReports(this.sinks.connections, source));
    const population = PROVINCE_POPULATIONS.find((row) => row.code === code)?.population ?? 0;
    this.writeDossiersOf({ ...province, population });
  }

  private writeDossiersOf(receiver: Omit<Receiver, "habit">): void {
    const { scale, seed } = this.options;
    const source = { months: reportExtent(scale).months, label: REPORT_LABEL, seed };
    const habit = reportingHabit(seed, receiver.code);
    this.count(writeDossiers(this.sinks.dossiers, this.health.procedures, { ...receiver, habit }, source));
  }

  private count(spoilt: ReadonlyMap<string, number>): void {
    for (const [kind, rows] of spoilt) this.dirt.set(kind, (this.dirt.get(kind) ?? 0) + rows);
  }
}
