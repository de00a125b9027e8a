import type { HomePlace } from "./administrativeUnits.ts";
import { bySystematicDraw } from "./apportion.ts";
import { AS_OF_DAY, CERTIFICATE_START_DAY, SLASHED_DATES } from "./campaignCalendar.ts";
import { type Check, checkHistory } from "./checkHistory.ts";
import { DirtMaker } from "./DirtMaker.ts";
import { doseTimeline } from "./doseTimeline.ts";
import { diseaseControlCode, districtCentreCode, hospitalCode, stationCode } from "./facilityCodes.ts";
import { IdentityNumbers } from "./IdentityNumbers.ts";
import { makePerson } from "./makePerson.ts";
import type { NationalPlan } from "./nationalPlan.ts";
import type { CheckResult } from "./nationalTargets.ts";
import type { ProvincePlan } from "./provincePlan.ts";
import type { RowSink } from "./RowSink.ts";
import { CERTIFICATE_DIRT, resultDirt, VERIFICATION_DIRT } from "./resultDirt.ts";
import { SeededRandom } from "./SeededRandom.ts";
import { writtenVaccine } from "./vaccineChoice.ts";

/** Where a province's rows go. */
export interface SubjectSinks {
  readonly doses: RowSink;
  readonly verifications: RowSink;
  readonly certificates: RowSink;
}

/** All that decides what one province's rows are. */
export interface ProvinceSource {
  readonly national: NationalPlan;
  readonly plan: ProvincePlan;
  readonly sinks: SubjectSinks;
  /** text of the sample column */
  readonly label: string;
  readonly seed: string;
  /** subjects in the provinces before this one */
  readonly firstSubject: number;
  readonly provinceIndex: number;
  /** whether the format can hold rows that do not fit the header */
  readonly hasShapeDirt: boolean;
}

/** Results as sentences, for provinces whose export writes them so. */
const PHRASES: Readonly<Record<CheckResult, string>> = {
  right: "Xác thực đúng",
  wrong_birth_date: "Sai ngày sinh",
  wrong_name: "Sai họ tên",
  wrong_name_and_birth_date: "Sai họ tên và ngày sinh",
  id_not_found: "Số định danh không có trong hệ thống",
  wrong_other: "Sai thông tin khác",
  no_id: "Không có CCCD/CMTND",
  malformed_id: "Sai định dạng CCCD/CMTND",
  not_matched: "Có đủ thông tin mà không khớp ai",
};

/** Writes one province's subjects, commune by commune. Memory is that of one commune. */
export class ProvinceSample {
  /** doses recorded by day given */
  readonly injectedByDay = new Int32Array(AS_OF_DAY + 1);
  readonly dirt: DirtMaker;
  private readonly source: ProvinceSource;
  private readonly random: SeededRandom;
  private readonly dirtRandom: SeededRandom;
  private readonly numbers: IdentityNumbers;
  /** subjects left per cell, the cells of each group, subjects per group */
  private readonly cellsLeft: number[];
  private readonly cellsOfGroup: number[][];
  private readonly groupSubjects: number[];
  private subjectCount = 0;
  private signableLeft = 0;
  private certificatesLeft: number;

  constructor(source: ProvinceSource) {
    const { national, plan, seed } = source;
    this.source = source;
    this.random = new SeededRandom(seed, `province/${plan.units.code}`);
    this.numbers = new IdentityNumbers(plan.units.code, source.firstSubject);
    this.dirtRandom = new SeededRandom(seed, `dirt/${plan.units.code}`);
    this.dirt = new DirtMaker(this.dirtRandom, plan.profile.dirtFactor, source.provinceIndex * 5, source.hasShapeDirt);
    this.cellsLeft = [...plan.cellSubjects];
    this.cellsOfGroup = national.groups.map(() => []);
    this.groupSubjects = national.groups.map(() => 0);
    national.cells.forEach(({ groupIndex }, index) => {
      const subjects = plan.cellSubjects[index] ?? 0;
      this.cellsOfGroup[groupIndex]?.push(index);
      this.groupSubjects[groupIndex] = (this.groupSubjects[groupIndex] ?? 0) + subjects;
      if (national.groups[groupIndex]?.state === "right") this.signableLeft += subjects;
    });
    this.certificatesLeft = plan.certificates;
  }

  get subjects(): number {
    return this.subjectCount;
  }

  /** Writes the province, yielding after each commune so that the caller can breathe and report. */
  *write(): Generator<void> {
    const { places } = this.source.plan.units;
    const perPlace = this.subjectsPerPlace();
    for (let index = 0; index < places.length; index++) {
      const place = places[index];
      if (place) this.writePlace(place, perPlace, index);
      yield;
    }
  }

  /** For every group its subjects by place; places differ in size and in care. */
  private subjectsPerPlace(): Int32Array[] {
    const sizes: number[] = [];
    const care: number[] = [];
    for (const { name, communeCode } of this.source.plan.units.places) {
      const base =
        communeCode === "" ? 1200 : name.startsWith("Phường") ? 11_000 : name.startsWith("Thị trấn") ? 8500 : 7000;
      sizes.push(base * 0.4 * 5 ** this.random.float());
      care.push(0.45 * 4.6 ** this.random.float());
    }
    return this.source.national.groups.map((group, index) => {
      const isToClean = group.state !== "right" && group.state !== "pending" && group.state !== "not_sent";
      const weights = isToClean ? sizes.map((size, place) => size * (care[place] ?? 1)) : sizes;
      return bySystematicDraw(this.groupSubjects[index] ?? 0, weights, this.random.float());
    });
  }

  private writePlace(place: HomePlace, perPlace: readonly Int32Array[], placeIndex: number): void {
    const total = perPlace.reduce((sum, counts) => sum + (counts[placeIndex] ?? 0), 0);
    const order = new Int16Array(total);
    let filled = 0;
    perPlace.forEach((counts, group) => {
      const upTo = filled + (counts[placeIndex] ?? 0);
      order.fill(group, filled, upTo);
      filled = upTo;
    });
    this.random.shuffle(order, total);
    for (const group of order) this.writeSubject(place, group);
  }

  private writeSubject(home: HomePlace, groupIndex: number): void {
    const group = this.source.national.groups[groupIndex];
    const cell = this.source.national.cells[this.drawCell(groupIndex)];
    if (!group || !cell) return;
    const { random } = this;
    const { plan, sinks, label } = this.source;
    const personId = `DT${plan.units.code}${String(++this.subjectCount).padStart(8, "0")}`;
    const timeline = doseTimeline(random, plan.profile, group, cell.doses, cell.unsentDoses);
    const person = makePerson(random, this.numbers, group, timeline.age, home);
    const station = stationCode(home);
    for (let index = 0; index < timeline.injected.length; index++) {
      const injected = timeline.injected[index] ?? 0;
      const entered = timeline.entered[index] ?? 0;
      const sent = timeline.sent[index] ?? -1;
      const vaccine = timeline.vaccines[index] ?? "";
      const values = [
        `MT${personId.slice(2)}${index + 1}`,
        personId,
        person.idNumber,
        person.fullName,
        person.birthDate,
        person.sex,
        plan.units.code,
        home.districtCode,
        home.communeCode,
        this.facility(station, home.districtCode),
        SLASHED_DATES[injected] ?? "",
        String(index + 1),
        writtenVaccine(random, vaccine),
        lotNumber(random, vaccine, injected),
        SLASHED_DATES[entered] ?? "",
        sent < 0 ? "" : (SLASHED_DATES[sent] ?? ""),
        label,
      ];
      this.injectedByDay[injected] = (this.injectedByDay[injected] ?? 0) + 1;
      const injectedBefore = timeline.injected[index - 1] ?? -1;
      const row = { values, injected, entered, sent, injectedBefore };
      const written = this.dirt.accepted(row);
      sinks.doses.write(written);
      const refused = this.dirt.rejected({ ...row, values: written }, `${values[0]}X`);
      if (refused) sinks.doses.write(refused);
    }
    const checks = checkHistory(random, plan.profile, group, timeline.firstSent);
    this.writeChecks(personId, checks);
    if (group.state === "right") this.writeCertificate(personId, checks);
  }

  /** Draws among the group's cells in proportion to what is left of each: the province's counts come out exactly. */
  private drawCell(groupIndex: number): number {
    const cells = this.cellsOfGroup[groupIndex] ?? [];
    let at = this.random.below(this.groupSubjects[groupIndex] ?? 0);
    this.groupSubjects[groupIndex] = (this.groupSubjects[groupIndex] ?? 0) - 1;
    for (const cell of cells) {
      const left = this.cellsLeft[cell] ?? 0;
      if (at < left) {
        this.cellsLeft[cell] = left - 1;
        return cell;
      }
      at -= left;
    }
    throw new Error("a group of the plan has fewer subjects than were asked of it");
  }

  private facility(station: string, districtCode: string): string {
    const kind = this.random.float();
    if (kind < 0.78) return station;
    if (kind < 0.94) return districtCentreCode(districtCode);
    return kind < 0.97 ? hospitalCode(this.source.plan.units.code) : diseaseControlCode(this.source.plan.units.code);
  }

  private writeChecks(personId: string, checks: readonly Check[]): void {
    for (const { day, result } of checks) {
      const written = this.source.plan.profile.writesPhrases ? PHRASES[result] : result;
      this.writeWithDirt(this.source.sinks.verifications, VERIFICATION_DIRT, [
        personId,
        SLASHED_DATES[day] ?? "",
        written,
        this.source.label,
      ]);
    }
  }

  /** Signed for exactly as many of the right subjects as the plan says, each with the same chance. */
  private writeCertificate(personId: string, checks: readonly Check[]): void {
    const isSigned = this.random.below(this.signableLeft) < this.certificatesLeft;
    this.signableLeft--;
    if (!isSigned) return;
    this.certificatesLeft--;
    const rightSince = checks.at(-1)?.day ?? 0;
    const ramp = CERTIFICATE_START_DAY + Math.floor(this.random.float() ** 0.8 * (AS_OF_DAY - CERTIFICATE_START_DAY));
    const day = Math.min(AS_OF_DAY, Math.max(ramp, rightSince + 1));
    this.writeWithDirt(this.source.sinks.certificates, CERTIFICATE_DIRT, [
      personId,
      SLASHED_DATES[day] ?? "",
      this.source.label,
    ]);
  }

  private writeWithDirt(sink: RowSink, kinds: typeof VERIFICATION_DIRT, row: readonly string[]): void {
    sink.write(row);
    const bad = resultDirt(this.dirtRandom, this.source.plan.profile.dirtFactor, kinds, row);
    if (bad) sink.write(bad);
  }
}

function lotNumber(random: SeededRandom, vaccine: string, injected: number): string {
  return `${vaccine.slice(0, 2).toUpperCase()}${100 + Math.floor(injected / 14)}${random.below(6)}`;
}
