#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which Prisma would download at its first use: the same command line and
// the same JSON-RPC over stdin and stdout, spoken by the WebAssembly build of that engine over the pg driver.
// Every Prisma call of ours names this file in PRISMA_SCHEMA_ENGINE_BINARY (scripts/database/runPrisma.ts).
// @prisma/schema-engine-wasm must be the build that belongs to the version of prisma; a test deploys and compares.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runDatabaseCommand } from "./schemaEngine/databaseCommands.mjs";
import { serveRequests } from "./schemaEngine/serveRequests.mjs";
import { createWasmEngine, engineVersion } from "./schemaEngine/wasmEngine.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datasource: { type: "string" },
    datamodels: { type: "string", multiple: true },
    version: { type: "boolean", short: "V" },
  },
});

const databaseUrl = (options.datasource && JSON.parse(options.datasource).url) || process.env.DATABASE_URL;

if (options.version) {
  console.log(`schema-engine-wasm ${engineVersion()}`);
} else if (positionals[0] === "cli") {
  process.exitCode = await runDatabaseCommand(positionals[1], databaseUrl);
} else {
  const datamodels = options.datamodels?.map((path) => [path, readFileSync(path, "utf8")]);
  await serveRequests(() => createWasmEngine({ databaseUrl, datamodels }));
  process.exit(0);
}
