export type LogLevel = "info" | "warn" | "error";

/** Never given SQL, parameters, passwords or data. */
export type EngineLog = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/** One JSON object a line on standard error. */
export const stderrLog: EngineLog = (level, message, fields) => {
  process.stderr.write(
    `${JSON.stringify({ level, time: new Date().toISOString(), name: "embedded", msg: message, ...fields })}\n`,
  );
};
