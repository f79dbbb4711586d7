import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Says when a process started, as an opaque text, or undefined when there is no such process.
 * Together with its number it names one process for good: numbers are given again after a restart.
 */
export function processStart(pid) {
  try {
    return process.platform === "linux" ? linuxProcessStart(pid) : otherProcessStart(pid);
  } catch {
    return undefined;
  }
}

function linuxProcessStart(pid) {
  // The command's name, in brackets, may hold spaces; what follows it are the fields from the third on.
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
