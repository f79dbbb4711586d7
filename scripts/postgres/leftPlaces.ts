import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { isClonePresent, readClone } from "./cloneOfPlace";
import { dataFolder } from "./initializeCluster";
import { postmasterPid, stopPostmaster } from "./postmaster";

const TEST_PLACE = /-test$/;

/** A folder of databases outside of any clone. */
export interface Place {
  readonly folder: string;
  /** "unknown" if an earlier version made the folder, which did not store its clone. */
  readonly clone: "present" | "gone" | "unknown";
  readonly clonePath: string | undefined;
  /** The server that has the databases open. */
  readonly pid: number | undefined;
}

/** Lists the folders of databases below `places`, and whether the clone of each still exists. */
export function listPlaces(places: string): Place[] {
  if (!existsSync(places)) return [];
  return readdirSync(places, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => describePlace(join(places, name)));
}

/** Removes a folder of databases. A folder with a running server stays, unless it holds only databases of tests. */
export async function removePlace({ folder, pid }: Place): Promise<"removed" | "in use"> {
  if (pid && !TEST_PLACE.test(basename(folder))) return "in use";
  if (pid) await stopPostmaster(pid, dataFolder({ folder, owner: undefined }));
  rmSync(folder, { recursive: true, force: true });
  return "removed";
}

function describePlace(folder: string): Place {
  const clone = readClone(folder);
  const pid = postmasterPid(dataFolder({ folder, owner: undefined }));
  if (!clone) return { folder, clone: "unknown", clonePath: undefined, pid };
  return { folder, clone: isClonePresent(clone) ? "present" : "gone", clonePath: clone.path, pid };
}
