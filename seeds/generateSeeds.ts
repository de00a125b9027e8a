import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { sources } from "../warehouse/sources/sources.ts";
import { writeAdministeredReports } from "./administeredReports.ts";
import { administrativeUnits } from "./administrativeUnits.ts";
import { AS_OF_DATE } from "./campaignCalendar.ts";
import { HealthSample } from "./health/HealthSample.ts";
import { nationalPlan } from "./nationalPlan.ts";
import { ProvinceSample } from "./ProvinceSample.ts";
import { provincePlans } from "./provincePlan.ts";
import { SampleFiles } from "./SampleFiles.ts";
import type { SeedOptions } from "./seedOptions.ts";

export interface SeedProgress {
  readonly doneSubjects: number;
  readonly totalSubjects: number;
}

export interface SeedSummary {
  readonly files: readonly { readonly name: string; readonly rows: number }[];
  readonly subjects: number;
  /** rows spoilt, by kind */
  readonly dirt: Readonly<Record<string, number>>;
}

/** Communes between two turns of the event loop. */
const COMMUNES_PER_TURN = 8;

/** Writes the sample's files into `options.out`. The same options give the same bytes, anywhere and at any time. */
export async function generateSeeds(
  options: SeedOptions,
  report: (progress: SeedProgress) => void = () => {},
): Promise<SeedSummary> {
  const national = nationalPlan(options.scale);
  const plans = provincePlans(national, await administrativeUnits(), options.scale, options.seed);
  const totalSubjects = national.cells.reduce((sum, cell) => sum + cell.subjects, 0);
  mkdirSync(options.out, { recursive: true });
  // Written last: where it stands, the sample is whole.
  const card = join(options.out, "sample.json");
  rmSync(card, { force: true });
  const files = new SampleFiles(options);
  const label = `mau 1/${options.scale}`;
  const dirt = new Map<string, number>();
  let doneSubjects = 0;
  const health = new HealthSample(options, plans, (file, suffix) => files.open(file, suffix));
  health.writeMinistry();
  for (const [index, plan] of plans.entries()) {
    health.writeProvince(index, label);
    if (!holdsSubjects(options)) continue;
    const sample = new ProvinceSample({
      national,
      plan,
      sinks: files.openProvince(plan.units.code),
      label,
      seed: options.seed,
      firstSubject: doneSubjects,
      provinceIndex: index,
      hasShapeDirt: options.format === "csv",
    });
    let turn = 0;
    for (const _commune of sample.write()) {
      if (++turn % COMMUNES_PER_TURN !== 0) continue;
      report({ doneSubjects: doneSubjects + sample.subjects, totalSubjects });
      await setImmediate();
    }
    doneSubjects += sample.subjects;
    writeAdministeredReports(files.open("administered"), plan, sample.injectedByDay, label, options.seed);
    for (const [kind, count] of sample.dirt.counts) dirt.set(kind, (dirt.get(kind) ?? 0) + count);
  }
  report({ doneSubjects, totalSubjects });
  const written = files.close();
  const { scale, seed } = options;
  const spoilt = Object.fromEntries([...dirt, ...health.dirt].sort(([x], [y]) => (x < y ? -1 : 1)));
  const content = { sample: true, scale, seed, asOf: AS_OF_DATE, files: written, dirt: spoilt };
  writeFileSync(card, `${JSON.stringify(content, null, 2)}\n`);
  return { files: written, subjects: doneSubjects, dirt: spoilt };
}

/** The provinces' reports count the subjects' doses, so they need them too. */
function holdsSubjects({ only }: SeedOptions): boolean {
  return only.some((file) => sources[file].sample === "people");
}
