/** Where the names of the archipelagos stand: beside their islands, in the units of the map. Each with its province. */
export const archipelagoNames = [
  { id: "hoangsa", x: 545, y: 343, province: "danang" },
  { id: "truongsa", x: 640, y: 606, province: "khanhhoa" },
] as const;
export type ArchipelagoName = (typeof archipelagoNames)[number];
