import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const MODULE = pathToFileURL(resolve("scripts/launch/launcherLock.mjs")).href;
const START_MODULE = pathToFileURL(resolve("scripts/launch/processStart.mjs")).href;

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "parley-lock-"));
});

afterEach(() => rmSync(clone, { recursive: true }));

test("a second launcher of the clone is refused with a sentence", () => {
  leaveLock({ launcher: { pid: process.pid, startedAt: startOf(process.pid) } });
  expect(takeLock("")).toMatch(`already runs in this clone (process ${process.pid})`);
});

test("the lock of a killed launcher is taken over, even if another process has its number now", () => {
  leaveLock({ launcher: { pid: process.pid, startedAt: "another time" } });
  expect(takeLock("console.log('taken')")).toBe("taken");
});

test("a server that outlived its launcher is returned, and a dead one is not", () => {
  const launcher = { pid: process.pid, startedAt: "another time" };
  leaveLock({ launcher, server: { pid: process.pid, startedAt: startOf(process.pid) } });
  expect(takeLock("console.log(lock.leftServerPid)")).toBe(String(process.pid));
  leaveLock({ launcher, server: { pid: process.pid, startedAt: "another time" } });
  expect(takeLock("console.log(lock.leftServerPid)")).toBe("undefined");
});

test("a released clone is free", () => {
  expect(takeLock("lock.release()")).toBe("");
  expect(() => readFileSync(join(clone, ".parley/launcher.json"))).toThrow("ENOENT");
});

function leaveLock(content: object): void {
  mkdirSync(join(clone, ".parley"), { recursive: true });
  writeFileSync(join(clone, ".parley/launcher.json"), JSON.stringify(content));
}

/** Takes the lock in another process, as a launcher does, and returns its output. */
function takeLock(then: string): string {
  const script = `import { takeLauncherLock } from ${JSON.stringify(MODULE)};
    try { const lock = takeLauncherLock(); ${then} } catch (error) { console.log(error.message); }`;
  return inClone(script);
}

function startOf(pid: number): string {
  return inClone(`import { processStart } from ${JSON.stringify(START_MODULE)}; console.log(processStart(${pid}));`);
}

function inClone(script: string): string {
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: clone,
    encoding: "utf8",
  });
  return stdout.trim();
}
