import { chmodSync, lstatSync, readdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";

const READ_BY_ALL = 0o444;
const RUN_BY_ALL = 0o111;
const FOLDER_MODE = 0o755;
const FILE_MODE = 0o644;

/** Tells whether every user can read the whole folder, and whether all its links lead to files inside it. */
export function isSelfContained(folder: string): boolean {
  const top = realpathSync(folder) + sep;
  return entriesOf(folder).every((path) => {
    const entry = lstatSync(path);
    if (entry.isSymbolicLink()) return leadsInto(path, top);
    const needed = entry.isDirectory() ? READ_BY_ALL | RUN_BY_ALL : READ_BY_ALL;
    return (entry.mode & needed) === needed;
  });
}

/** Lets every user read the whole folder and run its programs, whatever the umask and the modes of the source. */
export function openForEverybody(folder: string, programs: readonly string[]): void {
  const executable = new Set(programs.map((program) => join(folder, program)));
  for (const path of entriesOf(folder)) {
    const entry = lstatSync(path);
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || executable.has(path) || (entry.mode & RUN_BY_ALL) !== 0;
    chmodSync(path, runs ? FOLDER_MODE : FILE_MODE);
  }
}

function entriesOf(folder: string): string[] {
  const below = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return [folder, ...below.map((path) => join(folder, path))];
}

function leadsInto(link: string, top: string): boolean {
  try {
    return realpathSync(link).startsWith(top);
  } catch {
    return false;
  }
}
