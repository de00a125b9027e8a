/**
 * The rhythm of whoever reports by the month is the interval that nine in ten of its other reports keep, worked out from all its
 * reports in force; a month, while fewer than three other intervals are known. Months are missing where an interval is longer:
 * one that reports by the quarter is not asked for every month, and one that leaves out a month every now and then is listed
 * when it leaves out more.
 */
const leastIntervals = 3;
const share = 0.9;

/** SQL: the rhythm (months) against which one of the intervals is judged; `intervals` is an Array of all, in months. */
export const rhythmOf = (intervals: string, interval: string): string => {
  const others = `arrayConcat(arrayFilter(each -> each < ${interval}, ${intervals}),
      arrayPopBack(arrayFilter(each -> each = ${interval}, ${intervals})), arrayFilter(each -> each > ${interval}, ${intervals}))`;
  return `if(length(${intervals}) <= ${leastIntervals}, 1,
    arraySort(${others})[toUInt32(floor(${share} * (length(${intervals}) - 1))) + 1])`;
};
