import { addDays, type BaseFacts, type Cut, distinct, type Figures, newest, quotient, sum } from "./baseFacts.ts";
import { facilitiesOf } from "./facilitiesOf.ts";

const isCashless = (method: string): boolean => method !== "cash" && method !== "unknown";

export const paymentFigures = (facts: BaseFacts, cut: Cut): Figures => {
  const { from, to, publication, holds } = cut;
  const told = newest(
    facts.inForce("mart.fct_payments", publication),
    (fact) => `${fact.text("facility_code")} ${fact.text("payment_date")}`,
  );
  const payments = told.filter(
    (fact) => fact.text("payment_date") >= from && fact.text("payment_date") <= to && holds(fact.number("place_key")),
  );
  const inAll = (column: string): number | null => sum(payments.map((fact) => fact.told(column)));
  const inCashless = (column: string): number | null =>
    sum(
      payments.map((fact) => {
        const figure = fact.told(column);
        return figure === undefined ? undefined : figure * Number(isCashless(fact.text("method_code")));
      }),
    );
  const facilities = facilitiesOf(facts, cut);
  const recent = told.filter((fact) => fact.text("payment_date") <= to && fact.text("payment_date") > addDays(to, -90));
  const codesOf = (some: typeof told): Set<string> => new Set(some.map((fact) => fact.text("facility_code")));
  const [heard, ready] = [codesOf(recent), codesOf(recent.filter((fact) => isCashless(fact.text("method_code"))))];
  const isHeard = (some: typeof facilities): boolean => some.some((each) => heard.has(each.text("facility_code")));
  const isKnown = isHeard(facilities);
  const readyAmong = (some: typeof facilities): number =>
    some.filter((each) => ready.has(each.text("facility_code"))).length;
  const provinces = (column: string, isEnough: (share: number) => boolean): number | null => {
    const codes = facilities.map((each) => facts.placeOf(each.number("place_key"))?.text(column) ?? "?");
    const known = [...new Set(codes)].filter((code) => !code.endsWith("?"));
    return known.filter((code) => {
      const own = facilities.filter((_, i) => codes[i] === code);
      return isEnough(readyAmong(own) / own.length);
    }).length;
  };
  const count = facilities.length === 0 ? null : facilities.length;
  const hospitals = facilities.filter(
    (each) => each.text("facility_type") === "hospital" && ["special", "I", "II"].includes(each.text("grade")),
  );
  const hospitalCount = count === null ? null : hospitals.length;
  const readyHospitals = isHeard(hospitals) ? readyAmong(hospitals) : null;
  const isHalf = (share: number): boolean => share >= 0.5;
  const isWhole = (share: number): boolean => share === 1;
  return {
    transactions: inAll("transaction_count"),
    cashless_transactions: inCashless("transaction_count"),
    cashless_transaction_share: quotient(inCashless("transaction_count"), inAll("transaction_count")),
    amount_vnd: inAll("amount_vnd"),
    cashless_amount_vnd: inCashless("amount_vnd"),
    cashless_amount_share: quotient(inCashless("amount_vnd"), inAll("amount_vnd")),
    facilities_reporting: distinct(payments.map((fact) => fact.text("facility_code"))),
    facilities: count,
    cashless_ready_facilities: isKnown ? readyAmong(facilities) : null,
    cashless_ready_rate: isKnown ? quotient(readyAmong(facilities), count) : null,
    hospitals_grade_2_and_above: hospitalCount,
    cashless_ready_hospitals: readyHospitals,
    cashless_ready_hospital_rate: quotient(readyHospitals, hospitalCount),
    provinces_at_least_half: isKnown ? provinces("then_province_code", isHalf) : null,
    provinces_all: isKnown ? provinces("then_province_code", isWhole) : null,
    provinces_now_at_least_half: isKnown ? provinces("now_province_code", isHalf) : null,
    provinces_now_all: isKnown ? provinces("now_province_code", isWhole) : null,
  };
};
