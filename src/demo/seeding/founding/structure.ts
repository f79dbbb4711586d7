import type { Deps } from "@/server/deps";
import type { OrganizationConfiguration } from "@/server/organization/load/configurations";
import type { DemoContact } from "../../organizations/contacts";
import type { DemoOrganization, DemoRep } from "../../organizations/demoOrganization";
import { insertRows, inTransaction, type Row, type TableRows } from "./rows";

/** A rep of a demo organization, as the seed moves them. */
export type SeededRep = {
  readonly id: string;
  /** Place among the organization's reps, from 0. */
  readonly index: number;
  readonly demo: DemoRep;
  readonly teamIds: readonly string[];
};

export type SeededContact = { readonly id: string; readonly demo: DemoContact };

/** An organization before anything has happened in it, as it is to be written. */
export type Founded = {
  readonly demo: DemoOrganization;
  readonly organization: Row<"organization">;
  readonly reps: readonly SeededRep[];
  readonly contacts: readonly SeededContact[];
  readonly loads: readonly Row<"rep_load">[];
  readonly teamIds: ReadonlyMap<string, string>;
  readonly categoryIds: ReadonlyMap<string, string>;
  readonly rows: TableRows;
  /** Put up last: an organization of the demo that has none was cut short while it was played. */
  readonly widget: Row<"widget">;
};

/** An organization that is written, with its settings as the server reads them. */
export type Structure = Founded & { readonly configuration: OrganizationConfiguration };

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
