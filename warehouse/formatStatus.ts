import { formatTable } from "./formatTable.ts";
import type { WarehouseStatus } from "./readStatus.ts";

const units = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

const size = (bytes: number): string => {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return `${(bytes / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`;
};

/** The status as a terminal shows it. */
export const formatStatus = (status: WarehouseStatus): string => {
  const pending = status.pending.length === 0 ? "none" : status.pending.join(", ");
  const sections = [
    `Engine      ${status.engine} ${status.version}`,
    `Address     ${status.url}`,
    `Migrations  ${status.applied.length} applied, last ${status.applied.at(-1)?.name ?? "none"}; pending: ${pending}`,
    "",
    formatTable(
      ["table", "rows", "size"],
      status.tables.map(({ name, rows, bytes }) => [name, rows, size(bytes)]),
    ),
    status.publications.length === 0
      ? "Nothing is published yet."
      : formatTable(
          ["#", "job", "batch", "dataset", "rows", "from", "to", "published (UTC)"],
          status.publications.map((row) => [
            row.number,
            row.withdrawn ? `${row.job} (withdrawn)` : row.job,
            row.batch,
            row.dataset,
            row.rows,
            row.first_date,
            row.last_date,
            row.published_at,
          ]),
        ),
  ];
  return `${sections.join("\n")}\n`;
};
