import { existsSync } from "node:fs";
import { areTypesGenerated, generateTypes } from "../database/generateTypes";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { freeMegabytes } from "../launch/freeMegabytes.mjs";
import { runNodeTool } from "../launch/runNodeTool";
import { step } from "../launch/step";
import { buildWidget } from "./buildWidget";
import { bundleServer } from "./bundleServer";
import { contentHash, readStamp, writeStamp } from "./stamp";

const SOURCES = [
  ...[
    "src",
    "public",
    "prisma",
    "messages",
    "scripts/bundle",
    "scripts/database/compileWriter.ts",
    "scripts/database/recordsSchema.ts",
  ],
  ...["next.config.mjs", "tsconfig.json", "postcss.config.mjs", "package-lock.json"],
];
const OUTPUTS = [
  ".next/BUILD_ID",
  "build/server.js",
  "build/worker.js",
  "build/fitThread.js",
  "build/seed.js",
  "public/widget/manifest.json",
];
/** What a build writes itself, and what it does not use. */
const NOT_BUILT = /^public\/widget$|^src\/server\/db\/generated$|\.test\.tsx?$/;
const BUILD_NEEDS_MB = 500;

/** Builds table types, widget, server and pages if their sources changed since the last build, and prints each step. */
export async function buildAll(): Promise<void> {
  await ensureTypes();
  const hash = contentHash(SOURCES, (path) => !NOT_BUILT.test(path));
  if (OUTPUTS.every((path) => existsSync(path)) && readStamp("build") === hash) return;
  if (freeMegabytes(".") < BUILD_NEEDS_MB) {
    throw new ForeseenFailure(
      `The disk is nearly full: ${freeMegabytes(".")} MB are free, and a build needs about ${BUILD_NEEDS_MB} MB. Free some space and start again.`,
    );
  }
  const sizes = await step("Building the widget", () => buildWidget());
  for (const size of sizes) console.log(`  ${size}`);
  await step("Building the server", () => bundleServer());
  await step("Building the pages", buildPages);
  writeStamp("build", hash);
}

/** Generates the table types, unless they match the present schema. */
export async function ensureTypes(): Promise<void> {
  if (!areTypesGenerated()) await step("Generating table types", generateTypes);
}

async function buildPages(): Promise<void> {
  const { exitCode, output } = await runNodeTool("next", ["build"], {
    environment: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (exitCode === 0) return;
  if (/ENOSPC|No space left/.test(output)) {
    throw new ForeseenFailure("The disk became full while Parley was built. Free some space and start again.");
  }
  throw new ForeseenFailure(`Building the pages failed:\n${output.trim()}`);
}
