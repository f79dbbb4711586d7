// `npm run boundaries [folder]`: prints each import that breaks a rule of .dependency-cruiser.cjs, with the rule's
// sentence. dependency-cruiser is called as a library: its own command refuses Node 20, which Parley supports.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { provideTypescriptForCruiser } from "./typescriptForCruiser.mjs";

const FOLDERS = ["src", "scripts", "bench", "e2e"];

provideTypescriptForCruiser();
const { cruise } = await import("dependency-cruiser");
const { default: readTypescriptConfig } = await import("dependency-cruiser/config-utl/extract-ts-config");

const rules = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");
process.chdir(process.argv[2] ?? ".");
const { output } = await cruise(FOLDERS.filter(existsSync), cruiseOptions(), resolveOptions(), transpileOptions());

for (const { name, comment } of rules.forbidden) {
  const broken = output.summary.violations.filter(({ rule }) => rule.name === name);
  if (broken.length > 0) console.log(`${name}: ${comment}`);
  for (const { from, to } of broken) console.log(`  ${from}${to === from ? "" : ` → ${to}`}`);
}
console.log(`${output.summary.totalCruised} files, ${output.summary.violations.length} broken rules.`);
process.exitCode = output.summary.violations.length === 0 ? 0 : 1;

/** Compilation removes `import type`, and the rules have to see the imports as they are written. */
function cruiseOptions() {
  return {
    ruleSet: rules,
    validate: true,
    parser: "tsc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    // Prisma's generated files import each other in circles. Imports of them are checked all the same.
    exclude: { path: "^src/server/db/generated/client/(?!client[.]ts$)" },
  };
}

function resolveOptions() {
  return {
    extensions: [".ts", ".tsx", ".mjs", ".js", ".css", ".json"],
    exportsFields: ["exports"],
    conditionNames: ["import", "types", "default", "node"],
  };
}

function transpileOptions() {
  return { tsConfig: readTypescriptConfig(resolve("tsconfig.json")) };
}
