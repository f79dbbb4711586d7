import { readdirSync, readFileSync } from "node:fs";

/** Linux counts the time of a process in hundredths of a second, on every machine. */
const TICK_MS = 10;
const COMMAND_NAME_END = ") ";
/** The fields of user and system time, counted from the field after the command's name. */
const USER_FIELD = 11;
const SYSTEM_FIELD = 12;

/** The processor time that processes have used so far, in ms. */
export interface ProcessorTime {
  readonly serverMs: number;
  readonly postgresMs: number;
}

/**
 * Reads the processor time of the server's process and of the sessions of one database. Null if the system does not
 * tell (not Linux) or the database is on another machine. Other work on the machine hardly changes it.
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

/** Whether a command line is that of a session: "postgres: user database address state". */
export function isSessionOf(command: string, database: string): boolean {
  return command.startsWith("postgres: ") && command.split(" ").includes(database);
}

function takenMs(pid: number): number {
  return takenMsIn(read(`/proc/${pid}/stat`));
}

/** Reads user and system time in ms from /proc/<pid>/stat; 0 for a process that has ended. */
export function takenMsIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(COMMAND_NAME_END) + COMMAND_NAME_END.length).split(" ");
  return (Number(fields[USER_FIELD] ?? 0) + Number(fields[SYSTEM_FIELD] ?? 0)) * TICK_MS;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process has ended since it was listed.
    return "";
  }
}
