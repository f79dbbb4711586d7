import { readdirSync, readFileSync } from "node:fs";

/** Linux counts a process's time in hundredths of a second, whatever the machine. */
const TICK_MS = 10;
const COMMAND_NAME_END = ") ";
/** User and system time, counted in fields from the one after the command's name. */
const USER_FIELD = 11;
const SYSTEM_FIELD = 12;

/** Milliseconds of processor time that processes have taken so far. */
export interface ProcessorTime {
  readonly serverMs: number;
  readonly postgresMs: number;
}

/**
 * Reads what the server's process and the sessions of one database have taken; null where the system does not tell
 * (not Linux) or the database is on another machine. It holds even where others use the machine, too.
 */
export function processorTime(serverPid: number, databaseUrl: string): ProcessorTime | null {
  if (process.platform !== "linux") return null;
  const sessions = sessionPids(new URL(databaseUrl).pathname.slice(1));
  if (sessions.length === 0) return null;
  return { serverMs: takenMs(serverPid), postgresMs: sessions.reduce((sum, pid) => sum + takenMs(pid), 0) };
}

function sessionPids(database: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && isSessionOf(read(`/proc/${pid}/cmdline`), database));
}

/** PostgreSQL shows "postgres: user database address state" as the command of each session. */
export function isSessionOf(command: string, database: string): boolean {
  return command.startsWith("postgres: ") && command.split(" ").includes(database);
}

function takenMs(pid: number): number {
  return takenMsIn(read(`/proc/${pid}/stat`));
}

/** Reads user and system time out of a line of /proc; 0 for a process that has ended. */
export function takenMsIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(COMMAND_NAME_END) + COMMAND_NAME_END.length).split(" ");
  return (Number(fields[USER_FIELD] ?? 0) + Number(fields[SYSTEM_FIELD] ?? 0)) * TICK_MS;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process ended between the listing and the look.
    return "";
  }
}
