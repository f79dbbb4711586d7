import { existsSync } from "node:fs";
import { contentHash } from "../bundle/contentHash";
import { readStamp, writeStamp } from "../bundle/stamp";
import { runPrisma } from "./runPrisma";

const GENERATED_FILES = ["src/server/db/generated/tables.ts", "src/server/db/generated/enums.ts"];

/** Tells whether the table types are those of the present schema. */
export function areTypesGenerated(): boolean {
  return GENERATED_FILES.every((path) => existsSync(path)) && readStamp("types") === schemaHash();
}

/** Writes the table types of prisma/schema.prisma into src/server/db/generated. */
export async function generateTypes(): Promise<void> {
  const hash = schemaHash();
  await runPrisma(["generate"]);
  writeStamp("types", hash);
}

function schemaHash(): string {
  return contentHash(["prisma/schema.prisma", "package-lock.json"]);
}
