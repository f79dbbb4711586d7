import type { RateLimits } from "./auth/rateLimits";
import type { Viewers } from "./auth/viewers";
import type { Deps } from "./deps";

/** What a process needs to serve requests. */
export type ProcessDeps = { readonly deps: Deps; readonly viewers: Viewers; readonly rateLimits: RateLimits };

const KEY = Symbol.for("parley.process");

/** Next bundles its own copy of every module. The global object is the one place that both copies share. */
const shared: { [KEY]?: ProcessDeps } & typeof globalThis = globalThis;

/** Makes `process` known to both copies. */
export function setProcessDeps(process: ProcessDeps): void {
  shared[KEY] = process;
}

/**
 * What this process serves with, in either copy.
 *
 * @throws Error before `setProcessDeps` was called
 */
export function processDeps(): ProcessDeps {
  const process = shared[KEY];
  if (!process) throw new Error("the server is not open yet");
  return process;
}
