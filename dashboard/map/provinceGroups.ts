/**
 * Provinces that were merged on 2025-07-01: code of the province of today → the provinces it was made of, its own code
 * among them. Every other province stayed as it was. Source: Nghị quyết 202/2025/QH15, Điều 1.
 */
const mergers: Record<string, readonly string[]> = {
  "08": ["08", "02"],
  "15": ["15", "10"],
  "19": ["19", "06"],
  "24": ["24", "27"],
  "25": ["25", "26", "17"],
  "31": ["31", "30"],
  "33": ["33", "34"],
  "37": ["37", "35", "36"],
  "44": ["44", "45"],
  "48": ["48", "49"],
  "51": ["51", "62"],
  "52": ["52", "64"],
  "56": ["56", "58"],
  "66": ["66", "54"],
  "68": ["68", "67", "60"],
  "75": ["75", "70"],
  "79": ["79", "74", "77"],
  "80": ["80", "72"],
  "82": ["82", "87"],
  "86": ["86", "83", "84"],
  "91": ["91", "89"],
  "92": ["92", "93", "94"],
  "96": ["96", "95"],
};

const successors = new Map(Object.entries(mergers).flatMap(([now, then]) => then.map((code) => [code, now])));

/** Province of today that the territory of a former province belongs to. */
export const provinceOfToday = (thenCode: string): string => successors.get(thenCode) ?? thenCode;
