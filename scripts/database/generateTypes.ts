import { existsSync, writeFileSync } from "node:fs";
import { contentHash } from "../bundle/contentHash";
import { readStamp, writeStamp } from "../bundle/stamp";
import { compileWriter } from "./compileWriter";
import { runPrisma } from "./runPrisma";

const WRITER_FILE = "src/server/db/generated/writer.ts";
const GENERATED_FILES = [
  ...["tables.ts", "enums.ts", "client/client.ts"].map((name) => `src/server/db/generated/${name}`),
  WRITER_FILE,
];
const SOURCES = [
  ...["prisma/schema.prisma", "src/server/writer", "src/server/pov/takesPartNow.ts"],
  ...["scripts/database/compileWriter.ts", "package-lock.json"],
];

/** Tells whether the table types, Prisma's client and the name of the writer are those of the present sources. */
export function areTypesGenerated(): boolean {
  return GENERATED_FILES.every((path) => existsSync(path)) && readStamp("types") === schemaHash();
}

/**
 * Writes the table types and the client of prisma/schema.prisma, and where this version's writer is, into
 * src/server/db/generated. It needs no network.
 */
export async function generateTypes(): Promise<void> {
  const hash = schemaHash();
  await runPrisma(["generate"]);
  writeFileSync(WRITER_FILE, `export const WRITER_SCHEMA = "${compileWriter().schema}";\n`);
  writeStamp("types", hash);
}

function schemaHash(): string {
  return contentHash(SOURCES);
}
