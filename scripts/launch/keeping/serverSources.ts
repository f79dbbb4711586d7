import { sep } from "node:path";
import { watch } from "chokidar";

/** What the server's process runs. Next watches the pages and their texts itself. */
const FOLDERS = ["src/server", "src/domain", "src/contract", "src/widget", "prisma", "next.config.mjs"];
/** A file whose name begins with a dot belongs to an editor. */
const SOURCE = /(^|\/)[^/.][^/]*\.(tsx?|css|mjs|sql|prisma)$/;
/** Tests, and what is made of the other sources. */
const NOT_RUN = /\.test\.tsx?$|^src\/server\/db\/generated\/|^prisma\/schema\.sql$/;
/** Saves that follow each other within this time are one change: "save all", a formatter, a checkout. */
const SETTLED_AFTER_MS = 150;

/** The sources of the server that were saved, added or removed and that nobody has taken note of yet. */
export interface SourceChanges {
  /** Resolves once there are such files and no other one has followed for a moment. */
  settled(): Promise<void>;
  /** Names them, in the order in which they changed, and forgets them. */
  take(): readonly string[];
  close(): Promise<void>;
}

/** Watches what the server of a clone is made of. Paths are relative to the clone and written with slashes. */
export function watchServerSources(clone: string): SourceChanges & { readonly watching: Promise<void> } {
  const changed = new Set<string>();
  let [settled, tellSettled] = aPromise();
  let settling: NodeJS.Timeout | undefined;
  const watcher = watch(FOLDERS, { cwd: clone, ignoreInitial: true });
  watcher.on("all", (event, nativePath) => {
    const path = nativePath.replaceAll(sep, "/");
    if (event === "addDir" || event === "unlinkDir" || !isServerSource(path)) return;
    changed.add(path);
    clearTimeout(settling);
    settling = setTimeout(tellSettled, SETTLED_AFTER_MS);
  });
  watcher.on("error", (error) => console.error("Changes of the sources may be missed:", error));
  return {
    watching: new Promise((resolve) => watcher.once("ready", () => resolve())),
    settled: () => settled,
    take() {
      const paths = [...changed];
      changed.clear();
      clearTimeout(settling);
      [settled, tellSettled] = aPromise();
      return paths;
    },
    async close() {
      clearTimeout(settling);
      await watcher.close();
    },
  };
}

/** Tells whether the server has to be started again when this file changes. */
export function isServerSource(path: string): boolean {
  return SOURCE.test(path) && !NOT_RUN.test(path);
}

function aPromise(): [promise: Promise<void>, resolve: () => void] {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((resolvePromise) => {
    resolve = resolvePromise;
  });
  return [promise, resolve];
}
