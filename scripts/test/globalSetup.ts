import { areTypesGenerated, generateTypes } from "../database/generateTypes";
import { ensureTestPostgres } from "./testPostgres";

/** Gives every Vitest run the table types and the address of the PostgreSQL for its tests. */
export default async function globalSetup(): Promise<void> {
  if (!areTypesGenerated()) await generateTypes();
  process.env.PARLEY_TEST_DATABASE_URL = await ensureTestPostgres();
}
