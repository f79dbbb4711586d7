import { areTypesGenerated, generateTypes } from "../database/generateTypes";
import { ensureTestPostgres } from "./testPostgres";

/** Gives a Vitest run, however it was started, the table types and the address of the PostgreSQL that its tests use. */
export default async function globalSetup(): Promise<void> {
  if (!areTypesGenerated()) await generateTypes();
  process.env.PARLEY_TEST_DATABASE_URL = await ensureTestPostgres();
}
