import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { runProgram } from "../launch/runProgram";
import { POSTGRES_USER } from "./postgresAccess";
import type { PostgresPlace } from "./postgresPlace";

/** Returns the folder that holds the databases of a place. */
export function dataFolder(place: PostgresPlace): string {
  return join(place.folder, "data");
}

/** Makes the databases' folder of a place, with the password of its only user, unless it exists. */
export async function initializeCluster(place: PostgresPlace, initdb: string, password: string): Promise<void> {
  if (existsSync(join(dataFolder(place), "PG_VERSION"))) return;
  const unfinished = join(place.folder, "data.unfinished");
  rmSync(unfinished, { recursive: true, force: true });
  makeOwned(place, unfinished);
  const passwordFile = join(unfinished, "..", "password.unfinished");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(place, passwordFile);
  const { exitCode, output } = await runProgram(initdb, initdbArguments(unfinished, passwordFile), {
    owner: place.owner,
    // The database's user may have no access to the clone.
    folder: place.folder,
  });
  rmSync(passwordFile, { force: true });
  if (exitCode !== 0) throw new ForeseenFailure(initdbFailureMessage(output));
  renameSync(unfinished, dataFolder(place));
}

/** The built-in locale sorts in the same way on every system. */
function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${POSTGRES_USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
}

function makeOwned(place: PostgresPlace, folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  giveTo(place, folder);
}

function giveTo({ owner }: PostgresPlace, path: string): void {
  if (owner) chownSync(path, owner.uid, owner.gid);
}

function initdbFailureMessage(output: string): string {
  if (/No space left on device/.test(output)) {
    return "The disk became full while the database was made. Free some space and start again.";
  }
  return `The database could not be made. PostgreSQL said:\n${output.trim()}`;
}
