import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Returns when a process started, as an opaque text; undefined if there is no such process.
 * The text and the number together identify one process, because the system uses numbers again.
 */
export function processStart(pid) {
  try {
    return process.platform === "linux" ? linuxProcessStart(pid) : otherProcessStart(pid);
  } catch {
    return undefined;
  }
}

function linuxProcessStart(pid) {
  // The command's name, in brackets, may contain spaces. The fields from the third on follow it.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  const [state, startTicks] = [fields[0], fields[19]];
  return state === "Z" ? undefined : `${startTicks}@${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
}

function otherProcessStart(pid) {
  process.kill(pid, 0);
  if (process.platform === "win32") return "running";
  return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
}
