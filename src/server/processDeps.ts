import type { RateLimits } from "./auth/rateLimits";
import type { Viewers } from "./auth/viewers";
import type { Deps } from "./deps";

/** What one process serves with. */
export type ProcessDeps = { readonly deps: Deps; readonly viewers: Viewers; readonly rateLimits: RateLimits };

const KEY = Symbol.for("parley.process");

/** Next bundles its own copy of every module; this is the one place that both copies share. */
const shared: { [KEY]?: ProcessDeps } & typeof globalThis = globalThis;

export function setProcessDeps(process: ProcessDeps): void {
  shared[KEY] = process;
}

/** @throws Error before the server has opened its database */
export function processDeps(): ProcessDeps {
  const process = shared[KEY];
  if (!process) throw new Error("the server is not open yet");
  return process;
}
