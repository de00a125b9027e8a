/** The last day that ClickHouse's Date can hold. */
export const latestDay = "2149-06-06";

/** The end of what is still in force. */
export const stillInForce = latestDay;

const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** YYYY-MM-DD of the day before: on which one period ends where another begins. */
export const dayBefore = (day: string): string => dayFrom(day, -1);

/** YYYY-MM-DD of the day after. */
export const dayAfter = (day: string): string => dayFrom(day, 1);
