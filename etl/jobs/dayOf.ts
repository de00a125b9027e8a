/** Days between 1899-12-30, Excel's day 0, and 1970-01-01. */
const excelEpoch = 25569;

/** True for text that can only be an Excel serial number: up to five digits, or digits with a decimal part (44412.5). */
export const isExcelSerial = (text: string): string => `(length(${text}) <= 5 OR substring(${text}, 6, 1) = '.')`;

/**
 * SQL: the day (Date) that a text of the sources means, in Viet Nam's time; 1970-01-01 for none and for anything unreadable.
 * dd/mm/yyyy or ISO, either with a time and, if so, with a time zone; Excel serials from 1982 to 2118.
 */
export const dayOf = (text: string): string =>
  `multiIf(${text} = '', toDate(0),
    ${isExcelSerial(text)}, toDate(toInt32(if(toFloat64OrZero(${text}) BETWEEN 30000 AND 80000, toFloat64OrZero(${text}), ${excelEpoch})) - ${excelEpoch}),
    toDate(parseDateTimeBestEffortOrZero(trimBoth(${text}), 'Asia/Ho_Chi_Minh')))`;

/** SQL: year of birth (UInt16) from a date or from a year alone; 0 for none and for anything unreadable. */
export const birthYearOf = (text: string): string =>
  `multiIf(${text} = '', 0,
    length(${text}) = 4, toUInt16OrZero(${text}),
    ${isExcelSerial(text)}, if(toFloat64OrZero(${text}) BETWEEN 1 AND 80000, toYear(toDate32('1899-12-30') + toInt32(toFloat64OrZero(${text}))), 0),
    isNull(parseDateTime64BestEffortOrNull(trimBoth(${text}), 0, 'UTC')), 0,
    position('/.-', substring(${text}, 5, 1)) > 0 OR position(${text}, '/') + position(${text}, '-') + position(${text}, '.') = 0, toUInt16OrZero(substring(${text}, 1, 4)),
    toUInt16OrZero(substring(splitByChar(' ', trimBoth(${text}))[1], -4)))`;
