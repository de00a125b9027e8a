/** Where the names of the archipelagos stand: beside their islands, in the units of the map. Each with its province. */
export const archipelagoNames = [
  { id: "hoangsa", x: 545, y: 343, anchor: "start", province: "danang" },
  { id: "truongsa", x: 808, y: 606, anchor: "end", province: "khanhhoa" },
] as const;
export type ArchipelagoName = (typeof archipelagoNames)[number];
