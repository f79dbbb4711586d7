import { Worker } from "node:worker_threads";
import type { ComparedExample } from "@/domain/classifier/fit/compareFits";
import type { FitOptions, Fitted } from "./fitInSteps";

/** A message to the thread, and one from it. */
export type ToFitThread =
  | { readonly kind: "examples"; readonly examples: readonly ComparedExample[] }
  | { readonly kind: "fit" };
export type FromFitThread =
  | { readonly kind: "progress"; readonly progress: number }
  | { readonly kind: "fitted"; readonly fitted: Fitted };

/** The input of a fit. The examples come in parts, so that handing over each of them is quick. */
export type FitTask = FitOptions & { readonly examples: AsyncIterable<readonly ComparedExample[]> };

type While = { signal: AbortSignal; onProgress(progress: number): void };

/** Fits a model. Rejects with the signal's reason once that is aborted. */
export type FitModel = (task: FitTask, during: While) => Promise<Fitted>;

const MEMORY_MB_MAX = 2_048;

/** Fits in a separate thread, so that no request waits. The thread ends with the fit, or at once if it is aborted. */
export const fitInThread: FitModel = async ({ examples, ...options }, { signal, onProgress }) => {
  signal.throwIfAborted();
  const thread = openThread(options);
  const result = resultOf(thread, { signal, onProgress });
  // A failure is thrown below, by the `await`. Until then it must not count as unhandled.
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

/** If this is the source file, the thread runs the sources by the same loader. Otherwise it runs its own bundle. */
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
