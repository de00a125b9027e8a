import type { Rule } from "../../job.ts";
import { codeRewrittenRule } from "../codeTextOf.ts";

/** Oldest age believed; the oldest person recorded anywhere reached 122. */
export const greatestAge = 122;

export interface RowRule extends Rule {
  /** SQL over the expressions of doseExpressions.ts; true where the row breaks the rule. */
  readonly broken: string;
}

const reject = (code: string, vi: string, en: string, broken: string): RowRule => ({
  code,
  severity: "reject",
  sentence: { vi, en },
  broken,
});

const finding = (code: string, vi: string, en: string, broken: string): RowRule => ({
  ...reject(code, vi, en, broken),
  severity: "finding",
});

const { condition: isRewritten, ...facilityRewritten } = codeRewrittenRule("facility_told", "facility_code");

/**
 * Rules that one row breaks by itself. A row is rejected only where it cannot be counted: no identity, or no day to count
 * it on. Everything else was given to somebody and is counted, with the doubt listed.
 */
export const doseRowRules: readonly RowRule[] = [
  reject("dose_id_missing", "Thiếu mã mũi tiêm", "The dose id is missing", "dose_key = 0"),
  reject("person_id_missing", "Thiếu mã đối tượng", "The person id is missing", "person_key = 0"),
  reject("injected_date_missing", "Thiếu ngày tiêm", "The day of the dose is missing", "injected_on = ''"),
  reject(
    "injected_date_invalid",
    "Ngày tiêm không phải là ngày",
    "The day of the dose is not a date",
    "injected_date = toDate(0) AND injected_on != ''",
  ),
  reject("injected_in_future", "Ngày tiêm ở tương lai", "The dose lies in the future", "injected_date > {as_of:Date}"),
  reject(
    "injected_before_campaign",
    "Ngày tiêm trước khi chiến dịch bắt đầu (08/03/2021)",
    "The dose lies before the campaign's start (2021-03-08)",
    "injected_date < {campaign_start:Date} AND injected_date != toDate(0)",
  ),
  reject("entered_date_missing", "Thiếu ngày nhập", "The day of entry is missing", "entered_at = ''"),
  reject(
    "entered_date_invalid",
    "Ngày nhập không phải là ngày",
    "The day of entry is not a date",
    "entered_day = toDate(0) AND entered_at != ''",
  ),
  reject("entered_in_future", "Ngày nhập ở tương lai", "The entry lies in the future", "entered_day > {as_of:Date}"),
  reject(
    "entered_before_campaign",
    "Ngày nhập trước khi chiến dịch bắt đầu (08/03/2021)",
    "The entry lies before the campaign's start (2021-03-08)",
    "entered_day < {campaign_start:Date} AND entered_day != toDate(0)",
  ),
  reject(
    "sent_date_invalid",
    "Ngày gửi không phải là ngày",
    "The day of sending is not a date",
    "sent_day = toDate(0) AND sent_at != ''",
  ),
  reject("sent_in_future", "Ngày gửi ở tương lai", "The sending lies in the future", "sent_day > {as_of:Date}"),
  reject(
    "sent_before_campaign",
    "Ngày gửi trước khi chiến dịch bắt đầu (08/03/2021)",
    "The sending lies before the campaign's start (2021-03-08)",
    "sent_day < {campaign_start:Date} AND sent_day != toDate(0)",
  ),
  finding(
    "entered_before_injected",
    "Ngày nhập trước ngày tiêm",
    "Entered before the dose was given",
    "entered_day < injected_date AND entered_day != toDate(0)",
  ),
  finding(
    "sent_before_entered",
    "Ngày gửi trước ngày nhập",
    "Sent before it was entered",
    "sent_day < entered_day AND sent_day != toDate(0)",
  ),
  finding(
    "dose_number_invalid",
    "Mũi thứ mấy không nằm trong 1–5; mũi được tính, không rõ thứ tự",
    "The dose number is not 1–5; the dose is counted, its number unknown",
    "dose_order = 0",
  ),
  finding(
    "vaccine_unknown",
    "Vắc xin không có trong danh mục; mũi được tính, không rõ vắc xin",
    "The vaccine is not in the list; the dose is counted, its vaccine unknown",
    "vaccine_known = ''",
  ),
  finding("facility_missing", "Thiếu mã cơ sở tiêm", "The facility is missing", "facility_code = ''"),
  { ...facilityRewritten, broken: isRewritten },
  finding(
    "facility_unknown",
    "Mã cơ sở tiêm không có trong danh mục cơ sở",
    "The facility is not in the list of facilities",
    "is_facility_unknown",
  ),
  finding(
    "commune_missing",
    "Thiếu mã xã; tính vào huyện hoặc tỉnh đã biết, không thì vào “chưa xác định”",
    "The commune is missing; counted under the district or province given, else under “unknown”",
    "home_commune_code = ''",
  ),
  finding(
    "commune_unknown",
    "Mã xã không có trong địa giới nào; tính vào huyện hoặc tỉnh đã biết, không thì vào “chưa xác định”",
    "No structure knows the commune; counted under the district or province given, else under “unknown”",
    "home_commune_code != '' AND NOT is_commune_known AND commune_elsewhere = 0",
  ),
  finding(
    "commune_other_structure",
    "Mã xã thuộc địa giới khác với địa giới ngày tiêm; tính vào xã đó",
    "The commune belongs to another structure than the one of that day; counted there",
    "commune_elsewhere != 0",
  ),
  finding(
    "commune_zeros_lost",
    "Mã xã mất số 0 ở đầu (thường do Excel); đã đọc như có đủ",
    "The commune code lost its leading zeros (usually in Excel); read as if complete",
    "is_commune_known AND length(home_commune_code) < 5",
  ),
  finding(
    "id_malformed",
    "Số định danh sai định dạng (không phải 12 hay 9 chữ số, hoặc mã tỉnh, mã thế kỷ không có); tính là sai định dạng",
    "The ID number is malformed (not 12 or 9 digits, or no such province or century code); counted as malformed",
    "id_class = 3 AND NOT is_id_short",
  ),
  finding(
    "id_zeros_lost",
    "Số định danh thiếu số 0 ở đầu (thường do Excel): 10–11 chữ số của CCCD hoặc 8 chữ số của CMTND; tính là sai định dạng",
    "The ID number lacks its leading zeros (usually lost in Excel): 10–11 digits of a citizen number or 8 of an old one; counted as malformed",
    "is_id_short",
  ),
  finding(
    "id_sex_mismatch",
    "Số CCCD không khớp giới tính",
    "The citizen number does not agree with the sex",
    "id_class = 1 AND sex_known != 0 AND sex_known - 1 != id_century % 2",
  ),
  finding(
    "id_birth_year_mismatch",
    "Số CCCD không khớp năm sinh",
    "The citizen number does not agree with the year of birth",
    "id_class = 1 AND birth != 0 AND birth != 1900 + 100 * intDiv(id_century, 2) + intDiv(id_value, 1000000) % 100",
  ),
  finding(
    "birth_date_unknown",
    "Thiếu ngày sinh hoặc ngày sinh không phải là ngày; không rõ nhóm tuổi",
    "The birth date is missing or not a date; the age group is unknown",
    "birth = 0",
  ),
  finding(
    "age_impossible",
    "Tuổi không thể có (sinh sau ngày tiêm, hoặc trên 122 tuổi); không rõ nhóm tuổi",
    "Impossible age (born after the dose, or older than 122); the age group is unknown",
    "is_age_impossible",
  ),
  finding(
    "sex_unknown",
    "Thiếu giới tính hoặc giới tính không đọc được",
    "The sex is missing or not readable",
    "sex_known = 0",
  ),
];

/** Rules about a row among others; their bits follow those of the row rules. */
export const doseRepeatRules = [
  {
    code: "duplicate_row",
    severity: "reject",
    sentence: {
      vi: "Dòng lặp lại y hệt một dòng trước trong lô; dòng đầu được tính",
      en: "The row repeats an earlier row of the batch exactly; the first is counted",
    },
  },
  {
    code: "dose_id_conflict",
    severity: "reject",
    sentence: {
      vi: "Trùng mã mũi tiêm với một dòng trước trong lô mà nội dung khác; dòng đầu được tính",
      en: "Same dose id as an earlier row of the batch with other content; the first is counted",
    },
  },
  {
    code: "dose_in_other_batch",
    severity: "reject",
    sentence: {
      vi: "Mũi tiêm đã có trong một lô khác đang có hiệu lực",
      en: "The dose is already in another batch in force",
    },
  },
  {
    code: "dose_id_conflict_kept",
    severity: "finding",
    sentence: {
      vi: "Dòng được tính, nhưng dòng sau trùng mã mũi tiêm mà nội dung khác",
      en: "Counted, but a later row has the same dose id with other content",
    },
  },
] as const satisfies readonly Rule[];

/** Rules about a person's doses; findings only. */
export const dosePersonRules = [
  {
    code: "near_duplicate",
    severity: "finding",
    sentence: {
      vi: "Cùng đối tượng, cùng ngày tiêm, mã mũi tiêm khác (có thể nhập hai lần)",
      en: "Same person, same day, another dose id (perhaps entered twice)",
    },
  },
  {
    code: "dose_order",
    severity: "finding",
    sentence: {
      vi: "Mũi sau được ghi tiêm trước mũi có số thứ tự nhỏ hơn",
      en: "The dose is dated before one with a lower number",
    },
  },
  {
    code: "dose_number_repeated",
    severity: "finding",
    sentence: {
      vi: "Đối tượng có hai mũi cùng số thứ tự ở hai ngày khác nhau",
      en: "The person has two doses of the same number on different days",
    },
  },
] as const satisfies readonly Rule[];

export const doseRules: readonly Rule[] = [
  ...doseRowRules.map(({ code, severity, sentence }) => ({ code, severity, sentence })),
  ...doseRepeatRules,
  ...dosePersonRules,
];
