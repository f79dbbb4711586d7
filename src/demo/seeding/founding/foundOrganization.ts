import type { Deps } from "@/server/deps";
import { insertRows } from "./insertRows";
import { inTransaction } from "./inTransaction";
import type { Founded, Structure } from "./structure";

/** Writes an organization with its people and settings, and reads its settings as every command will. */
export async function foundOrganization(founded: Founded, deps: Deps): Promise<Structure> {
  const client = await deps.pool.connect();
  try {
    // An organization and its calendar point at each other.
    await inTransaction(client, () => insertRows(client, founded.rows));
  } finally {
    client.release();
  }
  return { ...founded, configuration: await deps.configurations.of(founded.organization.id) };
}
