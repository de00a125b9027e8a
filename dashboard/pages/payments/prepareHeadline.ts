import type { RankedArea } from "../../charts/prepareRanking.ts";
import type { Row } from "../../data/viewCatalogue.ts";
import type { Format } from "../../format/createFormat.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";

export interface HeadlineSentence {
  key: MessageKey;
  values: MessageValues;
}
type Stand = Row<
  "payments",
  | "cashless_transaction_share"
  | "transactions"
  | "amount_vnd"
  | "cashless_ready_hospitals"
  | "hospitals_grade_2_and_above"
  | "cashless_ready_hospital_rate"
  | "cashless_ready_facilities"
  | "facilities"
  | "facilities_reporting"
>;
interface Findings {
  current: Stand | undefined;
  /** Units below, ranked by the readiness of their facilities, from best to worst. */
  areas: readonly RankedArea[];
}

/** More silent units than these are counted, not named. */
const MOST_NAMES = 4;

/** State, outlier and doubt in that order; what is not known is not said. */
export function prepareHeadline({ current, areas }: Findings, format: Format): HeadlineSentence[] {
  if (!current) return [];
  const sentences: HeadlineSentence[] = [];
  const say = (key: MessageKey, values: MessageValues) => sentences.push({ key, values });
  if (current.cashless_ready_hospital_rate !== null) {
    const values = {
      ready: format.integer(current.cashless_ready_hospitals),
      all: format.integer(current.hospitals_grade_2_and_above),
      rate: format.percent(current.cashless_ready_hospital_rate),
    };
    say("payments.headline.hospitals", values);
  } else if (current.cashless_ready_facilities !== null && current.facilities !== null) {
    say("payments.headline.facilities", {
      ready: format.integer(current.cashless_ready_facilities),
      all: format.integer(current.facilities),
    });
  }
  if (current.cashless_transaction_share !== null) {
    say("payments.headline.share", { share: format.percent(current.cashless_transaction_share) });
  } else if (current.transactions !== null && current.amount_vnd !== null) {
    // Of one method there is no share: it is what it is.
    say("payments.headline.paid", {
      transactions: format.compact(current.transactions),
      amount: format.compact(current.amount_vnd),
    });
  }
  const ranked = areas.filter(({ rank }) => rank !== null);
  const last = ranked.at(-1);
  const isTie = ranked.at(-2)?.value === last?.value;
  if (last && ranked.length > 2 && !isTie) {
    say("payments.headline.last", { name: last.name, rate: format.percent(last.value) });
  }
  const silent = areas.filter(({ rank, isUnknown }) => rank === null && !isUnknown);
  if (silent.length > 0 && silent.length <= MOST_NAMES) {
    say("payments.headline.silent", { names: silent.map(({ name }) => name).join(", ") });
  } else if (silent.length > 0) {
    say("payments.headline.manySilent", { count: silent.length });
  }
  const { facilities_reporting: reporting, facilities } = current;
  if (reporting !== null && facilities !== null && reporting < facilities) {
    say("payments.headline.doubt", { reporting: format.integer(reporting), all: format.integer(facilities) });
  }
  return sentences;
}
