import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { contentHash, readStamp, writeStamp } from "../bundle/stamp";
import { compileWriter } from "./compileWriter";
import { recordsSchema } from "./recordsSchema";
import { runPrisma } from "./runPrisma";

const SCHEMA_FILE = "prisma/schema.prisma";
/** Written anew each time. Prisma's client is generated from it. */
const RECORDS_FILE = ".cache/records.prisma";
const CLIENT_FOLDER = "src/server/db/generated/client";
const WRITER_FILE = "src/server/db/generated/writer.ts";
const GENERATED_FILES = [
  ...["tables.ts", "enums.ts", "client/client.ts"].map((name) => `src/server/db/generated/${name}`),
  WRITER_FILE,
];
const SOURCES = [
  ...[SCHEMA_FILE, "src/server/writer", "src/server/pov/takesPartNow.ts", "package-lock.json"],
  ...["scripts/database/compileWriter.ts", "scripts/database/recordsSchema.ts"],
];

/** Whether the table types, Prisma's client and the name of the writer match the present sources. */
export function areTypesGenerated(): boolean {
  return GENERATED_FILES.every((path) => existsSync(path)) && readStamp("types") === schemaHash();
}

/**
 * Writes the table types of prisma/schema.prisma, Prisma's client for its records, and the schema of this version's writer
 * into src/server/db/generated. It needs no network.
 */
export async function generateTypes(): Promise<void> {
  const hash = schemaHash();
  await runPrisma(["generate"]);
  mkdirSync(dirname(RECORDS_FILE), { recursive: true });
  writeFileSync(RECORDS_FILE, recordsSchema(readFileSync(SCHEMA_FILE, "utf8")));
  rmSync(CLIENT_FOLDER, { recursive: true, force: true });
  await runPrisma(["generate", "--schema", RECORDS_FILE]);
  writeFileSync(WRITER_FILE, `export const WRITER_SCHEMA = "${compileWriter().schema}";\n`);
  writeStamp("types", hash);
}

function schemaHash(): string {
  return contentHash(SOURCES);
}
