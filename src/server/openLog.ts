import { type Logger, pino } from "pino";

/** The log of a process. What a failed statement was given may be somebody's words: it is taken out. */
export function openLog(level: string): Logger {
  return pino({ level, redact: ["err.parameters", "err.detail", "err.where"] });
}
