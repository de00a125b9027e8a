/** Days between 1899-12-30, Excel's day 0, and 1970-01-01. */
const excelEpoch = 25569;
/** 1982-02-18 and 2099-12-31. */
const [firstSerial, lastSerial] = [30_000, 73_050];
/** Years of the days that are read. ClickHouse would take a day of another for the first or last that it can hold. */
export const knownYear = "(?:19[7-9][0-9]|20[0-9]{2})";

/** True for text that can only be an Excel serial number: up to five digits, or digits with a decimal part (44412.5). */
export const isExcelSerial = (text: string): string => `(length(${text}) <= 5 OR substring(${text}, 6, 1) = '.')`;

const hour = "(?:[01]?[0-9]|2[0-3])";
const time = `${hour} ?[:hg] ?[0-5][0-9](?: ?[:mp] ?[0-5][0-9](?:[.,][0-9]+)?)?(?: ?(?:SA|CH|AM|PM))?`;
const month = "(?:0?[1-9]|1[0-2])";
const dayOfMonth = "(?:0?[1-9]|[12][0-9]|3[01])";
const inFigures = `${dayOfMonth}[/.-]${month}[/.-](?:${knownYear}|[0-9]{2})|${knownYear}[/.-]${month}[/.-]${dayOfMonth}|${knownYear}[0-9]{4}`;
/** A day in figures, with or without a time behind or before it; Vietnamese programs write SA and CH for AM and PM. */
const dayAndTime = `(?i)^(?:${time}(?: *[,-])? +)?(${inFigures})(?:(?: *[,T-] *| +)${time})?$`;
const withZone = `(?i)^${knownYear}-${month}-${dayOfMonth}[T ]${time} ?(?:Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)$`;
const monthName =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/**
 * An English month's name with its day and its year, in either order. Excel shortens days to "4-Aug" and months to "May-22": one
 * has no year, the other has one that could be a day, and neither is a day.
 */
const withMonthName = `(?i)^(?:[a-z]{3,9},? +)?(?:${dayOfMonth}[ ./-]*${monthName}[ ,./-]*${knownYear}|${dayOfMonth}-${monthName}-[0-9]{2}|${monthName}[ .]+${dayOfMonth},? +${knownYear})(?:(?:,? +|T)${time})?(?: ?(?:Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}))?$`;
const unixSeconds = "^1[0-9]{9}$";
const serial = `^[0-9]{5}(?:[.][0-9]+| +${time})?$`;
/** The two usual ways, which nearly all rows have; the patterns of the others cost ten times as much. */
const usual = `^(?:(?:0[1-9]|[12][0-9]|3[01])/(?:0[1-9]|1[0-2])/${knownYear}|${knownYear}-[0-9]{2}-[0-9]{2})(?:$|[ T](?:[01][0-9]|2[0-3]):)`;

const parsed = (text: string): string => `toDate(parseDateTimeBestEffortOrZero(${text}, 'Asia/Ho_Chi_Minh'))`;

/** SQL: the text without no-break spaces, which Excel and web pages put in, and without spaces at its ends. */
export const plainSpaces = (text: string): string =>
  `trimBoth(replaceAll(replaceAll(${text}, '\\xc2\\xa0', ' '), '\\xe2\\x80\\xaf', ' '))`;

const unusualDay = (text: string): string => `multiIf(
    match(${text}, '${dayAndTime}'), ${parsed(`replaceRegexpOne(${text}, '${dayAndTime}', '\\\\1')`)},
    match(${text}, '${serial}'),
      toDate(if(toUInt32OrZero(substring(${text}, 1, 5)) BETWEEN ${firstSerial} AND ${lastSerial}, toUInt32OrZero(substring(${text}, 1, 5)) - ${excelEpoch}, 0)),
    match(${text}, '${withZone}') OR match(${text}, '${withMonthName}') OR match(${text}, '${unixSeconds}'), ${parsed(text)},
    toDate(0))`;

/**
 * SQL: the day (Date) that a text of the sources means, in Viet Nam's time; 1970-01-01 for none and for anything unreadable.
 * dd/mm/yyyy or ISO, either with a time and, if so, with a time zone; Excel serials from 1982 on. The day always stands before
 * the month: 02/13/2022 is no day. Days from 1970 to 2099: 31/12/9999 is none.
 */
export const dayOf = (text: string): string => `multiIf(${text} = '', toDate(0),
    match(${text}, '${usual}'), ${parsed(text)},
    ${unusualDay(plainSpaces(text))})`;

/** SQL: year of birth (UInt16) from a date or from a year alone; 0 for none and for anything unreadable. */
export const birthYearOf = (text: string): string =>
  `multiIf(${text} = '', 0,
    length(${text}) = 4, toUInt16OrZero(${text}),
    ${isExcelSerial(text)}, if(toFloat64OrZero(${text}) BETWEEN 1 AND 80000, toYear(toDate32('1899-12-30') + toInt32(toFloat64OrZero(${text}))), 0),
    isNull(parseDateTime64BestEffortOrNull(${plainSpaces(text)}, 0, 'UTC')), 0,
    position('/.-', substring(${text}, 5, 1)) > 0 OR position(${text}, '/') + position(${text}, '-') + position(${text}, '.') = 0, toUInt16OrZero(substring(${text}, 1, 4)),
    toUInt16OrZero(substring(splitByChar(' ', ${plainSpaces(text)})[1], -4)))`;
