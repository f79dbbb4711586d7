import { Worker } from "node:worker_threads";
import type { ComparedExample } from "@/domain/classifier/fit/compareFits";
import type { FitOptions, Fitted } from "./fitInSteps";

export type ToFitThread =
  | { readonly kind: "examples"; readonly examples: readonly ComparedExample[] }
  | { readonly kind: "fit" };
export type FromFitThread =
  | { readonly kind: "progress"; readonly progress: number }
  | { readonly kind: "fitted"; readonly fitted: Fitted };

/** What a fit is given: the examples in parts, so that handing them over never takes long. */
export type FitTask = FitOptions & { readonly examples: AsyncIterable<readonly ComparedExample[]> };

type While = { signal: AbortSignal; onProgress(progress: number): void };

/** Fits a model; rejects with the signal's reason once it is aborted. */
export type FitModel = (task: FitTask, during: While) => Promise<Fitted>;

const MEMORY_MB_MAX = 2_048;

/** Fits in a thread of its own, so that no request waits for it. The thread ends with the fit, or at once when aborted. */
export const fitInThread: FitModel = async ({ examples, ...options }, { signal, onProgress }) => {
  signal.throwIfAborted();
  const thread = openThread(options);
  const result = resultOf(thread, { signal, onProgress });
  // Whoever waits hears of a failure below, also of one while examples are still being read.
  result.catch(() => undefined);
  try {
    for await (const part of examples) {
      if (signal.aborted) break;
      thread.postMessage({ kind: "examples", examples: part } satisfies ToFitThread);
    }
    thread.postMessage({ kind: "fit" } satisfies ToFitThread);
    return await result;
  } finally {
    await thread.terminate();
  }
};

/** Where these are the sources, the thread runs them by the same loader; else it runs the bundle beside this one. */
function openThread(workerData: FitOptions): Worker {
  const bounds = { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB_MAX } };
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./fitThread.js", import.meta.url), bounds);
  const source = new URL("./fitThread.ts", import.meta.url).href;
  const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
  return new Worker(start, { ...bounds, eval: true, execArgv: [] });
}

function resultOf(thread: Worker, { signal, onProgress }: While): Promise<Fitted> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener("abort", giveUp, { once: true });
    thread.on("message", (word: FromFitThread) => {
      if (word.kind === "progress") onProgress(word.progress);
      else resolve(word.fitted);
    });
    thread.once("error", reject);
    thread.once("exit", () => {
      signal.removeEventListener("abort", giveUp);
      reject(new Error("the thread ended without a model"));
    });
  });
}
