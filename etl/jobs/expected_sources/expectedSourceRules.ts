import { sources, sourcesWithDays } from "../../../warehouse/sources/sources.ts";
import { type RowRule, rowRule } from "../rowRule.ts";

/** Sources that have days, so that it is known who has reported. Facilities can be followed where facts name them. */
const followed = sourcesWithDays;
const namesNoFacility = followed.filter((name) => sources[name].kind !== "facility report");

const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(", ");

/** Days due of a year's report that nobody would still wait for. */
const longestWait = 731;

/** A row that says nothing certain is left out: a wrong expectation would blame somebody. */
export const expectedSourceRules: readonly RowRule[] = [
  rowRule(
    "source_unknown",
    "reject",
    "Nguồn không phải là loại dữ liệu có ngày của số liệu",
    "The source is no job whose figures have days",
    `source_job NOT IN (${list(followed)})`,
  ),
  rowRule(
    "sender_unknown",
    "reject",
    "Bên gửi không phải là bộ, tỉnh hay cơ sở",
    "The sender is not ministry, province or facility",
    "sender_code = ''",
  ),
  rowRule(
    "sender_not_told",
    "reject",
    "Số liệu của nguồn này không ghi cơ sở báo cáo, nên không theo dõi được từng cơ sở",
    "Figures of this source name no reporting facility, so that facilities cannot be followed",
    `sender_code = 'facility' AND source_job IN (${list(namesNoFacility)})`,
  ),
  rowRule(
    "facilities_unknown",
    "reject",
    "Không nhận ra loại hoặc hình thức của cơ sở",
    "The type or ownership of the facilities is not known",
    "(trimBoth(facility_type) != '' AND type_code = '') OR (trimBoth(ownership) != '' AND owner_code = '')",
  ),
  rowRule(
    "rhythm_unknown",
    "reject",
    "Nhịp gửi không phải là ngày, tuần, tháng hay năm",
    "The rhythm is not daily, weekly, monthly or yearly",
    "rhythm_code = ''",
  ),
  rowRule(
    "days_due_invalid",
    "reject",
    "Hạn gửi không phải là số ngày (0 đến 731)",
    "The days due are not a number of days (0 to 731)",
    `due NOT BETWEEN 0 AND ${longestWait}`,
  ),
  rowRule(
    "period_invalid",
    "reject",
    "Thời gian áp dụng không đọc được, hoặc ngày cuối trước ngày đầu",
    "The period cannot be read, or ends before it begins",
    "(trimBoth(valid_from) != '' AND start = toDate(0)) OR stop < start OR stop = toDate(0)",
  ),
  rowRule("legal_basis_missing", "finding", "Không ghi căn cứ", "No legal basis is told", "trimBoth(legal_basis) = ''"),
];
