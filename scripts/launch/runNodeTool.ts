import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runProgram } from "./runProgram";

/** Finds the file behind a tool's name in node_modules/.bin, which is a script for shells on some systems. */
export function nodeToolPath(packageName: string, toolName = packageName): string {
  const manifestPath = join("node_modules", packageName, "package.json");
  const manifest: { bin: string | Record<string, string> } = JSON.parse(readFileSync(manifestPath, "utf8"));
  const relativePath = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[toolName];
  return createRequire(join(process.cwd(), "package.json")).resolve(
    `./${join(dirname(manifestPath), relativePath ?? "")}`,
  );
}

/** Runs a package's command-line tool with this Node and collects its output. */
export function runNodeTool(
  packageName: string,
  args: readonly string[],
  options: Parameters<typeof runProgram>[2] = {},
): ReturnType<typeof runProgram> {
  return runProgram(process.execPath, [nodeToolPath(packageName), ...args], options);
}
