import type { Rule } from "../../job.ts";
import { codeRewrittenRule } from "../codeTextOf.ts";
import { type RowRule, rowRule } from "../rowRule.ts";

/** Oldest age believed; the oldest person recorded anywhere reached 122. */
export const greatestAge = 122;

/**
 * Rules that one row breaks by itself. A row is rejected only where it cannot be counted: no identity, or no day to count
 * it on. Everything else was given to somebody and is counted, with the doubt listed.
 */
export const doseRowRules: readonly RowRule[] = [
  rowRule("dose_id_missing", "reject", "Thiếu mã mũi tiêm", "The dose id is missing", "dose_key = 0"),
  rowRule("person_id_missing", "reject", "Thiếu mã đối tượng", "The person id is missing", "person_key = 0"),
  rowRule("injected_date_missing", "reject", "Thiếu ngày tiêm", "The day of the dose is missing", "injected_on = ''"),
  rowRule(
    "injected_date_invalid",
    "reject",
    "Ngày tiêm không phải là ngày",
    "The day of the dose is not a date",
    "injected_date = toDate(0) AND injected_on != ''",
  ),
  rowRule(
    "injected_in_future",
    "reject",
    "Ngày tiêm ở tương lai",
    "The dose lies in the future",
    "injected_date > {as_of:Date}",
  ),
  rowRule(
    "injected_before_campaign",
    "reject",
    "Ngày tiêm trước khi chiến dịch bắt đầu (08/03/2021)",
    "The dose lies before the campaign's start (2021-03-08)",
    "injected_date < {campaign_start:Date} AND injected_date != toDate(0)",
  ),
  rowRule("entered_date_missing", "reject", "Thiếu ngày nhập", "The day of entry is missing", "entered_at = ''"),
  rowRule(
    "entered_date_invalid",
    "reject",
    "Ngày nhập không phải là ngày",
    "The day of entry is not a date",
    "entered_day = toDate(0) AND entered_at != ''",
  ),
  rowRule(
    "entered_in_future",
    "reject",
    "Ngày nhập ở tương lai",
    "The entry lies in the future",
    "entered_day > {as_of:Date}",
  ),
  rowRule(
    "entered_before_campaign",
    "reject",
    "Ngày nhập trước khi chiến dịch bắt đầu (08/03/2021)",
    "The entry lies before the campaign's start (2021-03-08)",
    "entered_day < {campaign_start:Date} AND entered_day != toDate(0)",
  ),
  rowRule(
    "sent_date_invalid",
    "reject",
    "Ngày gửi không phải là ngày",
    "The day of sending is not a date",
    "sent_day = toDate(0) AND sent_at != ''",
  ),
  rowRule(
    "sent_in_future",
    "reject",
    "Ngày gửi ở tương lai",
    "The sending lies in the future",
    "sent_day > {as_of:Date}",
  ),
  rowRule(
    "sent_before_campaign",
    "reject",
    "Ngày gửi trước khi chiến dịch bắt đầu (08/03/2021)",
    "The sending lies before the campaign's start (2021-03-08)",
    "sent_day < {campaign_start:Date} AND sent_day != toDate(0)",
  ),
  rowRule(
    "entered_before_injected",
    "finding",
    "Ngày nhập trước ngày tiêm",
    "Entered before the dose was given",
    "entered_day < injected_date AND entered_day != toDate(0)",
  ),
  rowRule(
    "sent_before_entered",
    "finding",
    "Ngày gửi trước ngày nhập",
    "Sent before it was entered",
    "sent_day < entered_day AND sent_day != toDate(0)",
  ),
  rowRule(
    "dose_number_invalid",
    "finding",
    "Mũi thứ mấy không nằm trong 1–5; mũi được tính, không rõ thứ tự",
    "The dose number is not 1–5; the dose is counted, its number unknown",
    "dose_order = 0",
  ),
  rowRule(
    "vaccine_unknown",
    "finding",
    "Vắc xin không có trong danh mục; mũi được tính, không rõ vắc xin",
    "The vaccine is not in the list; the dose is counted, its vaccine unknown",
    "vaccine_known = ''",
  ),
  rowRule("facility_missing", "finding", "Thiếu mã cơ sở tiêm", "The facility is missing", "facility_code = ''"),
  codeRewrittenRule("facility_told", "facility_code"),
  rowRule(
    "facility_unknown",
    "finding",
    "Mã cơ sở tiêm không có trong danh mục cơ sở",
    "The facility is not in the list of facilities",
    "is_facility_unknown",
  ),
  rowRule(
    "commune_missing",
    "finding",
    "Thiếu mã xã; tính vào huyện hoặc tỉnh đã biết, không thì vào “chưa xác định”",
    "The commune is missing; counted under the district or province given, else under “unknown”",
    "home_commune_code = ''",
  ),
  rowRule(
    "commune_unknown",
    "finding",
    "Mã xã không có trong địa giới nào; tính vào huyện hoặc tỉnh đã biết, không thì vào “chưa xác định”",
    "No structure knows the commune; counted under the district or province given, else under “unknown”",
    "home_commune_code != '' AND NOT is_commune_known AND commune_elsewhere = 0",
  ),
  rowRule(
    "commune_other_structure",
    "finding",
    "Mã xã thuộc địa giới khác với địa giới ngày tiêm; tính vào xã đó",
    "The commune belongs to another structure than the one of that day; counted there",
    "commune_elsewhere != 0",
  ),
  rowRule(
    "commune_zeros_lost",
    "finding",
    "Mã xã mất số 0 ở đầu (thường do Excel); đã đọc như có đủ",
    "The commune code lost its leading zeros (usually in Excel); read as if complete",
    "is_commune_known AND length(home_commune_code) < 5",
  ),
  rowRule(
    "id_malformed",
    "finding",
    "Số định danh sai định dạng (không phải 12 hay 9 chữ số, hoặc mã tỉnh, mã thế kỷ không có); tính là sai định dạng",
    "The ID number is malformed (not 12 or 9 digits, or no such province or century code); counted as malformed",
    "id_class = 3 AND NOT is_id_short",
  ),
  rowRule(
    "id_zeros_lost",
    "finding",
    "Số định danh thiếu số 0 ở đầu (thường do Excel): 10–11 chữ số của CCCD hoặc 8 chữ số của CMTND; tính là sai định dạng",
    "The ID number lacks its leading zeros (usually lost in Excel): 10–11 digits of a citizen number or 8 of an old one; counted as malformed",
    "is_id_short",
  ),
  rowRule(
    "id_sex_mismatch",
    "finding",
    "Số CCCD không khớp giới tính",
    "The citizen number does not agree with the sex",
    "id_class = 1 AND sex_known != 0 AND sex_known - 1 != id_century % 2",
  ),
  rowRule(
    "id_birth_year_mismatch",
    "finding",
    "Số CCCD không khớp năm sinh",
    "The citizen number does not agree with the year of birth",
    "id_class = 1 AND birth != 0 AND birth != 1900 + 100 * intDiv(id_century, 2) + intDiv(id_value, 1000000) % 100",
  ),
  rowRule(
    "birth_date_unknown",
    "finding",
    "Thiếu ngày sinh hoặc ngày sinh không phải là ngày; không rõ nhóm tuổi",
    "The birth date is missing or not a date; the age group is unknown",
    "birth = 0",
  ),
  rowRule(
    "age_impossible",
    "finding",
    "Tuổi không thể có (sinh sau ngày tiêm, hoặc trên 122 tuổi); không rõ nhóm tuổi",
    "Impossible age (born after the dose, or older than 122); the age group is unknown",
    "is_age_impossible",
  ),
  rowRule(
    "sex_unknown",
    "finding",
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
