import type { Job } from "../job.ts";

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A CSV with the job's header and one row of examples, for Excel: UTF-8 with its mark. */
export const templateOf = (job: Job): string => {
  const header = job.columns.map((column) => quoted(column.name)).join(",");
  const example = job.columns.map((column) => quoted(column.example)).join(",");
  return `\uFEFF${header}\r\n${example}\r\n`;
};
