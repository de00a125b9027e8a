import type { RunProgress } from "../run/runJob.ts";
import { type Language, words } from "./catalogue.ts";

export interface Terminal {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

const bar = (share: number): string => {
  const filled = Math.round(share * 24);
  return `${"█".repeat(filled)}${"░".repeat(24 - filled)}`;
};

/**
 * Shows a run's progress on stderr: one line redrawn on a terminal, plain lines every few seconds elsewhere.
 * Rows per second are an estimate, from the line feeds seen on the way.
 */
export const createProgress = (
  terminal: Terminal,
  language: Language,
  now: () => number = Date.now,
): { readonly onProgress: (progress: RunProgress) => void; readonly end: () => void } => {
  const started = now();
  const interval = terminal.isTTY ? 100 : 5_000;
  let shownAt = 0;
  let shownPhase = "";
  const show = (text: string): void => {
    terminal.write(terminal.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
  };
  return {
    onProgress: ({ phase, bytes, totalBytes, rows }) => {
      const at = now();
      if (phase === shownPhase && at - shownAt < interval) return;
      shownPhase = phase;
      shownAt = at;
      if (phase !== "landing") return show(`${words[phase][language]}…`);
      const seconds = Math.max((at - started) / 1000, 0.001);
      const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
      const left = bytes === 0 ? "" : ` · ${words.left[language]} ${clock((seconds * (1 - share)) / share)}`;
      const rate =
        rows === 0
          ? ""
          : ` · ≈ ${Math.round(rows / seconds).toLocaleString("vi-VN")} ${words.rows[language].toLowerCase()}/s`;
      show(
        `${words.landing[language]} ${terminal.isTTY ? `${bar(share)} ` : ""}${Math.floor(share * 100)}% · ${megabytes(bytes)}/${megabytes(totalBytes)}${rate}${left}`,
      );
    },
    end: () => {
      if (terminal.isTTY && shownPhase !== "") terminal.write("\r\u001b[2K");
    },
  };
};
