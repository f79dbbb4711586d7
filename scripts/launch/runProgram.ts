import { spawn } from "node:child_process";

interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly owner?: { readonly uid: number; readonly gid: number } | undefined;
  /** The working directory; the caller's own by default. */
  readonly folder?: string;
  /** Gets every piece of output as it comes. Without this the output is only collected. */
  readonly onOutput?: (text: string) => void;
}

interface ProgramResult {
  readonly exitCode: number;
  /** Both streams, in the order of arrival. */
  readonly output: string;
}

/** Runs a program without a terminal until its end, and collects its output. Rejects only if it cannot be started. */
export function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...options.environment },
      ...options.owner,
    });
    const endWithUs = () => child.kill();
    process.once("exit", endWithUs);
    child.on("close", () => process.off("exit", endWithUs));
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      options.onOutput?.(chunk.toString());
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}
