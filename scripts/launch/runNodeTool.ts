import { readFileSync } from "node:fs";
import { basename, delimiter, join, resolve } from "node:path";
import { runProgram } from "./runProgram";

/**
 * Finds the script of a package's command-line tool. The names in node_modules/.bin are shell files on some systems.
 */
function nodeToolPath(packageName: string): string {
  const folder = resolve("node_modules", packageName);
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const script = typeof bin === "string" ? bin : (bin[basename(packageName)] ?? Object.values(bin)[0]);
  if (!script) throw new Error(`${packageName} has no command-line tool.`);
  return join(folder, script);
}

/** Runs a package's command-line tool with this Node and collects its output. */
export function runNodeTool(
  packageName: string,
  args: readonly string[],
  options: Parameters<typeof runProgram>[2] = {},
): ReturnType<typeof runProgram> {
  const environment = { ...options.environment, PATH: pathWithTools() };
  return runProgram(process.execPath, [nodeToolPath(packageName), ...args], { ...options, environment });
}

/**
 * Tools call each other by name, as Prisma calls its generator. npm sets this path, and a direct call of Node does not.
 */
function pathWithTools(): string {
  return [resolve("node_modules/.bin"), process.env.PATH].join(delimiter);
}
