import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { createMigrationAdapter } from "./migrationAdapter.mjs";

const packageFolder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));

let panicMessage = "";
// The engine calls this when it panics. Without it the call itself would fail and hide the panic.
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (message) => {
    panicMessage = message;
  },
};

/** Returns the engine's last panic message; empty if it never panicked. */
export function lastPanicMessage() {
  return panicMessage;
}

/** Reads the version of the WebAssembly engine, which ends in the hash of Prisma's own engine build. */
export function engineVersion() {
  return JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version;
}

/** Loads the engine; it connects to the database at its first method that needs one. */
export async function createWasmEngine({ databaseUrl, datamodels }) {
  const { instance } = await WebAssembly.instantiate(readFileSync(join(packageFolder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const adapter = bindMigrationAwareSqlAdapterFactory(createMigrationAdapter(databaseUrl));
  return bindings.SchemaEngine.new({ datamodels }, traceLine, adapter);
}

function traceLine(line) {
  if (process.env.DEBUG) process.stderr.write(`${line}\n`);
}
