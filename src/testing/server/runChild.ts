import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

const OUTPUT_KEPT_MAX = 20_000;

export type Child = {
  readonly process: ChildProcess;
  /** What it wrote so far, the latest 20,000 characters. */
  output(): string;
  /** Its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
};

/** Starts a TypeScript file of the project, named from its root, as a process of its own. */
export function runChild(file: string, environment: Record<string, string>): Child {
  let output = "";
  const child = spawn(process.execPath, ["--import", "tsx", resolve(import.meta.dirname, "../../..", file)], {
    cwd: resolve(import.meta.dirname, "../../.."),
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output = `${output}${chunk.toString("utf8")}`.slice(-OUTPUT_KEPT_MAX);
    });
  const ended = new Promise<number | null>((settle) => child.once("exit", (code) => settle(code)));
  return { process: child, output: () => output, ended };
}
