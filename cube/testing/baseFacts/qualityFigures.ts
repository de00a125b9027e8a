import {
  addDays,
  type BaseFacts,
  type Cut,
  type Fact,
  type Figures,
  minus,
  monthEnd,
  newest,
  quotient,
} from "./baseFacts.ts";
import { termsOf } from "./facilitiesOf.ts";
import { isSentBy, type Subject, subjectsOf } from "./subjectsOf.ts";

/** A day that a source reports on, and who reported: a facility's code, a province's key, "" for the Ministry. */
interface Told {
  readonly day: string;
  readonly facility: string;
  readonly province: string;
}

const provinceOf = (facts: BaseFacts, place: number): string => facts.placeOf(place)?.text("then_province_code") ?? "?";

const day = (column: string) => (fact: Fact) => fact.text(column);
const endOfMonth = (fact: Fact): string => monthEnd(fact.text("month"));
const endOfYear = (fact: Fact): string => `${fact.text("year")}-12-31`;

/** Where the facts of a source are, and the day that each is of. */
const tables: Readonly<Record<string, readonly [table: string, day: (fact: Fact) => string]>> = {
  administered: ["mart.fct_administered_reports", day("report_date")],
  resources: ["mart.fct_resources", endOfMonth],
  payments: ["mart.fct_payments", day("payment_date")],
  services: ["mart.fct_services", endOfMonth],
  connections: ["mart.fct_connections", endOfMonth],
  dossiers: ["mart.fct_dossiers", endOfMonth],
  population: ["mart.fct_populations", endOfYear],
  task_reports: ["mart.fct_task_reports", day("report_date")],
};

/** Days on which results changed the states of a province's subjects, moves that cancel out left out. */
const checkedDays = (facts: BaseFacts, subjects: readonly Subject[]): string[] => {
  const moves = new Map<string, number>();
  const move = (subject: Subject, on: string, state: string, count: number): void => {
    if (state === "pending") return;
    const key = JSON.stringify([on, provinceOf(facts, subject.home.number("place_key")), state]);
    moves.set(key, (moves.get(key) ?? 0) + count);
  };
  for (const subject of subjects) {
    if (subject.sentOn === undefined) continue;
    move(subject, subject.sentOn, subject.stateAt(subject.sentOn), 1);
    for (const on of subject.checkedOn) {
      move(subject, on, subject.stateAt(addDays(on, -1)), -1);
      move(subject, on, subject.stateAt(on), 1);
    }
  }
  return [...moves].flatMap(([key, count]) => (count === 0 ? [] : [String(JSON.parse(key)[0])]));
};

const toldBy = (facts: BaseFacts, job: string, { to, publication }: Cut): Told[] => {
  const known = tables[job];
  const ministry = (days: readonly string[]): Told[] =>
    days.filter((each) => each <= to).map((each) => ({ day: each, facility: "", province: "" }));
  if (known !== undefined) {
    const [table, dayOf] = known;
    return facts
      .inForce(table, publication, [job])
      .filter((fact) => job !== "administered" || fact.number("dose_number") === 0)
      .map((fact) => ({
        day: dayOf(fact),
        facility: fact.text("facility_code"),
        province: table === "mart.fct_task_reports" ? "?" : provinceOf(facts, fact.number("place_key")),
      }))
      .filter((each) => each.day <= to);
  }
  const subjects = subjectsOf(facts, publication);
  if (job === "doses") return ministry(subjects.flatMap(({ doses }) => doses.map((dose) => dose.text("entered_date"))));
  if (job === "certificates") return ministry(subjects.flatMap(({ certificates }) => certificates));
  if (job === "verifications") return ministry(checkedDays(facts, subjects));
  // Lists are of the day that their files are of.
  return ["facilities", "procedures"].includes(job)
    ? ministry(
        facts
          .loads(publication)
          .filter((load) => load.text("job") === job)
          .map((load) => facts.runOf(load)?.text("as_of_date") ?? ""),
      )
    : [];
};

const weekday = (of: string): number => (new Date(`${of}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The end of the period of a rhythm that holds a day. */
const periodEnd = (rhythm: string, of: string): string => {
  if (rhythm === "daily") return of;
  if (rhythm === "weekly") return addDays(of, 6 - weekday(of));
  return rhythm === "monthly" ? monthEnd(of) : `${of.slice(0, 4)}-12-31`;
};

/** The end of the last whole period by a day. */
const lastPeriodEnd = (rhythm: string, by: string): string =>
  periodEnd(rhythm, by) === by ? by : addDays(periodStart(rhythm, by), -1);

const periodStart = (rhythm: string, of: string): string => {
  if (rhythm === "daily") return of;
  if (rhythm === "weekly") return addDays(of, -weekday(of));
  return rhythm === "monthly" ? `${of.slice(0, 7)}-01` : `${of.slice(0, 4)}-01-01`;
};

const sendersOf = (facts: BaseFacts, source: Fact, on: string, publication: number): string[] => {
  if (source.text("sender") === "ministry") return [""];
  if (source.text("sender") === "province") {
    const provinces = facts.places.filter((place) => Math.floor(place / 100_000) === 632);
    return provinces.map((place) => provinceOf(facts, place));
  }
  const fits = (term: Fact, column: string): boolean => ["", term.text(column)].includes(source.text(column));
  return [...termsOf(facts, publication)]
    .filter(([, terms]) =>
      terms.some(
        (term) =>
          term.text("valid_from") <= on &&
          term.text("valid_to") >= on &&
          fits(term, "facility_type") &&
          fits(term, "ownership"),
      ),
    )
    .map(([code]) => code);
};

const unitsOf = (facts: BaseFacts, source: Fact, cut: Cut): { expected: number; received: number } | undefined => {
  const rhythm = source.text("rhythm");
  const end = lastPeriodEnd(rhythm, addDays(cut.to, -source.number("days_due")));
  if (periodStart(rhythm, end) < source.text("valid_from") || end > source.text("valid_to")) return undefined;
  const senders = sendersOf(facts, source, end, cut.publication);
  if (senders.length === 0) return undefined;
  const heard = new Set(
    toldBy(facts, source.text("job"), cut)
      .filter((told) => periodEnd(rhythm, told.day) === end)
      .map((told) => ({ facility: told.facility, province: told.province, ministry: "" })[source.text("sender")] ?? ""),
  );
  return { expected: senders.length, received: senders.filter((sender) => heard.has(sender)).length };
};

const lengths: Readonly<Record<string, number>> = { daily: 1, weekly: 7, monthly: 31, yearly: 366 };
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const total = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0);

/** The day of its newest fact, at the latest the day that its files are of. */
const countsFrom = (facts: BaseFacts, load: Fact): string => {
  const filesOf = facts.runOf(load)?.text("as_of_date") ?? "9";
  const newestFact = load.text("last_date");
  return newestFact > "1970-01-01" && newestFact < filesOf ? newestFact : filesOf;
};

/** Of the nation. */
export const qualityFigures = (facts: BaseFacts, cut: Cut): Figures => {
  const { to, publication } = cut;
  const loads = facts.loads(publication, (load) => countsFrom(facts, load) <= to);
  const runs = loads.flatMap((load) => facts.runOf(load) ?? []);
  const inRuns = (column: string): number | null => total(runs.map((run) => run.number(column)));
  const fields = loads.flatMap((load) => {
    const told = facts.fieldsOf(load);
    return told !== undefined && told.number("rows") === facts.runOf(load)?.number("accepted_count") ? [told] : [];
  });
  const expectedFields = total(fields.map((told) => told.number("fields"))) || null;
  const found = loads.map((load) => facts.findingsOf(load));
  const findings = found.some((count) => count > 0) ? total(found) : null;
  const sources = newest(facts.inForce("mart.dim_expected_sources", publication), (fact) => fact.text("job"));
  const units = sources.flatMap((source) => unitsOf(facts, source, cut) ?? []);
  const sent = subjectsOf(facts, publication).filter(({ doses }) => doses.some((dose) => isSentBy(dose, to)));
  const checked = sent.filter((subject) => subject.stateAt(to) !== "pending");
  const subjectsChecked = checked.length === 0 ? null : checked.length;
  const right = subjectsChecked === null ? null : checked.filter((subject) => subject.stateAt(to) === "right").length;
  const jobs = [...Object.keys(tables), "doses", "certificates", "verifications", "facilities", "procedures"];
  const newestOf = new Map(
    jobs.map((job) => [
      job,
      toldBy(facts, job, cut)
        .map((told) => told.day)
        .sort()
        .at(-1),
    ]),
  );
  const newestDay = [...newestOf.values()]
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);
  const promises = sources.filter((source) => source.text("valid_from") <= to && source.text("valid_to") >= to);
  const states = [...new Set(promises.map((source) => source.text("job")))].flatMap((job) => {
    const own = promises.filter((source) => source.text("job") === job);
    const promised = Math.min(
      ...own.map((source) => (lengths[source.text("rhythm")] ?? 0) + source.number("days_due")),
    );
    const since = own.map((source) => source.text("valid_from")).sort()[0] ?? to;
    const last = newestOf.get(job);
    if (last !== undefined) return [daysBetween(last, to) <= promised];
    const hasSenders = own.some((source) => sendersOf(facts, source, to, publication).length > 0);
    return hasSenders && daysBetween(since, to) > promised ? [false] : [];
  });
  const followed = states.length === 0 ? null : states.length;
  const live = followed === null ? null : states.filter(Boolean).length;
  return {
    rows_received: inRuns("read_count"),
    rows_accepted: inRuns("accepted_count"),
    rows_accepted_with_findings: inRuns("accepted_with_findings_count"),
    rows_rejected: minus(inRuns("read_count"), inRuns("accepted_count")),
    clean_rate: quotient(inRuns("accepted_count"), inRuns("read_count")),
    fields_expected: expectedFields,
    fields_filled: expectedFields === null ? null : total(fields.map((told) => told.number("filled"))),
    fields_complete_rate: quotient(
      expectedFields === null ? null : total(fields.map((told) => told.number("filled"))),
      expectedFields,
    ),
    units_expected: total(units.map((each) => each.expected)),
    units_received: total(units.map((each) => each.received)),
    completeness: quotient(total(units.map((each) => each.received)), total(units.map((each) => each.expected))),
    subjects_checked: subjectsChecked,
    subjects_right: right,
    accuracy: quotient(right, subjectsChecked),
    newest_fact_date: newestDay ?? null,
    days_since_newest: newestDay === undefined ? null : daysBetween(newestDay, to),
    // Sources of several rhythms have none in common.
    promised_days: null,
    sources_followed: followed,
    sources_live: live,
    live_rate: quotient(live, followed),
    findings_count: findings,
    findings_open: findings,
  };
};
