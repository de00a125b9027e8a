import { addDays, type BaseFacts, type Cut, type Fact, type Figures, minus, quotient, sum } from "./baseFacts.ts";
import { isSentBy, isToClean, isUnverifiable, type Subject, subjectsOf } from "./subjectsOf.ts";

export interface Campaign {
  readonly baseline: string;
  /** First publication of any doses, and of any certificates: none is a figure from then on. */
  readonly dosesKnownFrom: number;
  readonly certificatesKnownFrom: number;
  /** Last day that the checks known at the publication reach. */
  readonly checkedTo: string | undefined;
}

/** Net of the way back, on days of a range. */
const cleansed = (subject: Subject, from: string, to: string): number =>
  subject.checkedOn
    .filter((day) => day >= from && day <= to)
    .map((day) => {
      const [before, after] = [subject.stateAt(addDays(day, -1)), subject.stateAt(day)];
      return Number(isToClean(before) && after === "right") - Number(before === "right" && isToClean(after));
    })
    .reduce((total, each) => total + each, 0);

/** A cumulative report counts until the next one of its province. */
const administeredBy = (reports: readonly Fact[], to: string): number | null => {
  const last = new Map<string, Fact>();
  for (const fact of [...reports].sort((a, b) => a.text("report_date").localeCompare(b.text("report_date")))) {
    if (fact.text("report_date") <= to && fact.number("dose_number") === 0) last.set(fact.text("place_key"), fact);
  }
  return sum([...last.values()].map((fact) => fact.number("cumulative_doses"))) || null;
};

export const vaccinationFigures = (facts: BaseFacts, cut: Cut, people: number | null, campaign: Campaign): Figures => {
  const { from, to, publication, holds } = cut;
  const subjects = subjectsOf(facts, publication).filter(({ home }) => holds(home.number("place_key")));
  const doses = subjects.flatMap((subject) => subject.doses);
  const recorded = subjects.filter(({ doses: [first] }) => first !== undefined && first.text("entered_date") <= to);
  const sent = subjects.filter(({ sentOn }) => sentOn !== undefined && sentOn <= to);
  const states = new Map(sent.map((subject) => [subject, subject.stateAt(to)]));
  const stateOf = (subject: Subject): string => states.get(subject) ?? "pending";
  const sentDoses = (some: readonly Subject[]): number =>
    some.flatMap((subject) => subject.doses.filter((dose) => isSentBy(dose, to))).length;
  const isTold = recorded.length > 0 || sent.length > 0;
  const subjectsWho = (is: (subject: Subject) => boolean): number | null => (isTold ? sent.filter(is).length : null);
  const dosesOf = (is: (subject: Subject) => boolean): number | null => (isTold ? sentDoses(sent.filter(is)) : null);
  const isWrong = (subject: Subject): boolean => isToClean(stateOf(subject)) && !isUnverifiable(stateOf(subject));
  const isDoubtful = (subject: Subject): boolean => isUnverifiable(stateOf(subject));
  const isRight = (subject: Subject): boolean => stateOf(subject) === "right";
  const isPending = (subject: Subject): boolean => stateOf(subject) === "pending";
  const toClean = (subject: Subject): boolean => isToClean(stateOf(subject));
  const hasId = ({ home }: Subject): boolean => ["cccd", "cmtnd"].includes(home.text("id_kind"));

  const { baseline } = campaign;
  const afterBaseline = isTold && to > baseline;
  const inBaseline = (subject: Subject): boolean =>
    subject.sentOn !== undefined && subject.sentOn <= baseline && isToClean(subject.stateAt(baseline));
  const hasRelapsed = (subject: Subject): boolean =>
    inBaseline(subject) &&
    toClean(subject) &&
    subject.checkedOn.some((day) => day > baseline && day <= to && subject.stateAt(day) === "right");
  const ofCohort = (is: (subject: Subject) => boolean): number | null => (afterBaseline ? subjectsWho(is) : null);

  const administered = administeredBy(
    facts.inForce("mart.fct_administered_reports", publication).filter((fact) => holds(fact.number("place_key"))),
    to,
  );
  const entered = doses.filter((dose) => dose.text("entered_date") <= to).length;
  const dosesRecorded =
    entered > 0 ? entered : administered !== null && publication >= campaign.dosesKnownFrom ? 0 : null;
  const subjectsRecorded = recorded.length > 0 ? recorded.length : null;
  const withDoses = (count: number): number | null =>
    subjectsRecorded === null
      ? null
      : recorded.filter((subject) => subject.doses.filter((dose) => dose.text("entered_date") <= to).length >= count)
          .length;
  const signed = subjects.flatMap(({ certificates }) => certificates).filter((day) => day <= to).length;
  const areCertificatesKnown = publication >= campaign.certificatesKnownFrom;
  const certificates = signed > 0 ? signed : subjectsRecorded !== null && areCertificatesKnown ? 0 : null;
  const net = (since: string): number => subjects.reduce((total, subject) => total + cleansed(subject, since, to), 0);
  const newestCheckDay = (is: (day: string) => boolean): string | null =>
    [...new Set(subjects.flatMap(({ checkedOn }) => checkedOn))]
      .filter((day) => day <= to)
      .sort()
      .findLast(is) ?? null;
  const dosesToCleanOn = (day: string): number =>
    subjects
      .filter((subject) => subject.sentOn !== undefined && subject.sentOn <= day && isToClean(subject.stateAt(day)))
      .flatMap((subject) => subject.doses.filter((dose) => isSentBy(dose, day))).length;
  const [paceDay = ""] = [campaign.checkedTo ?? "", to].sort();
  const isStale = paceDay === "" || addDays(paceDay, 92) < to;
  const rate = afterBaseline && !isStale ? net(addDays(paceDay, -27)) / 28 : null;
  const still = subjectsWho(toClean);
  const inPeriod = (date: string): number | null => {
    const days = doses.map((dose) => dose.text(date)).filter((day) => day <= to);
    return days.length === 0 ? null : days.filter((day) => day >= from).length;
  };
  const forecast = (): string | null => {
    if (rate === null || still === null) return null;
    if (still === 0) return paceDay;
    return rate > 0 && still / rate <= 36_525
      ? addDays(paceDay, Math.ceil((still * 28) / Math.round(rate * 28)))
      : null;
  };
  const stillOfBaseline = ofCohort((subject) => inBaseline(subject) && toClean(subject));
  return {
    doses_administered: administered,
    doses_recorded: dosesRecorded,
    doses_not_entered: minus(administered, dosesRecorded),
    entry_completeness: quotient(dosesRecorded, administered),
    subjects_recorded: subjectsRecorded,
    subjects_sent: isTold ? sent.length : null,
    doses_sent: dosesOf(() => true),
    subjects_not_sent: minus(subjectsRecorded, isTold ? sent.length : null),
    doses_not_sent: minus(
      dosesRecorded,
      dosesOf(() => true),
    ),
    subjects_with_id: subjectsWho(hasId),
    subjects_without_id: subjectsWho((subject) => !hasId(subject)),
    people_with_1_dose: withDoses(1),
    people_with_2_doses: withDoses(2),
    people_with_3_doses: withDoses(3),
    population: people,
    coverage_1_dose: quotient(withDoses(1), people),
    coverage_2_doses: quotient(withDoses(2), people),
    coverage_3_doses: quotient(withDoses(3), people),
    certificates_signed: certificates,
    certificate_rate: quotient(certificates, subjectsRecorded),
    doses_injected_in_period: inPeriod("injected_date"),
    doses_entered_in_period: inPeriod("entered_date"),
    subjects_verified: subjectsWho(isRight),
    doses_verified: dosesOf(isRight),
    verified_subject_rate: quotient(
      subjectsWho(isRight),
      subjectsWho(() => true),
    ),
    verified_dose_rate: quotient(
      dosesOf(isRight),
      dosesOf(() => true),
    ),
    subjects_wrong: subjectsWho(isWrong),
    doses_wrong: dosesOf(isWrong),
    subjects_unverifiable: subjectsWho(isDoubtful),
    doses_unverifiable: dosesOf(isDoubtful),
    subjects_to_clean: still,
    doses_to_clean: dosesOf(toClean),
    subjects_pending: subjectsWho(isPending),
    doses_pending: dosesOf(isPending),
    baseline_subjects: ofCohort(inBaseline),
    baseline_subjects_to_clean: stillOfBaseline,
    subjects_relapsed: ofCohort(hasRelapsed),
    subjects_newly_to_clean: ofCohort((subject) => !inBaseline(subject) && toClean(subject)),
    cleansing_progress: minus(1, quotient(stillOfBaseline, ofCohort(inBaseline))),
    cleansing_rate: rate,
    cleansing_forecast_date: forecast(),
    subjects_cleansed_in_period: isTold ? net(from) : null,
    newest_cleansing_date: newestCheckDay(
      (day) => subjects.reduce((total, subject) => total + cleansed(subject, day, day), 0) > 0,
    ),
    newest_dose_cleansing_date: newestCheckDay((day) => dosesToCleanOn(day) < dosesToCleanOn(addDays(day, -1))),
  };
};
