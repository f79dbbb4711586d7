import type { Deps } from "@/server/deps";
import type { OrganizationConfiguration } from "@/server/organization/load/configurations";
import type { DemoContact } from "../../organizations/contacts";
import type { DemoOrganization, DemoRep } from "../../organizations/demoOrganization";
import { insertRows, inTransaction, type Row, type TableRows } from "./rows";

/** A rep of a demo organization, as the seed knows them. */
export type SeededRep = {
  readonly id: string;
  /** Index among the organization's reps, from 0. */
  readonly index: number;
  readonly demo: DemoRep;
  readonly teamIds: readonly string[];
};

export type SeededContact = { readonly id: string; readonly demo: DemoContact };

/** An organization that is yet to be written, before anything has happened in it. */
export type Founded = {
  readonly demo: DemoOrganization;
  readonly organization: Row<"organization">;
  readonly reps: readonly SeededRep[];
  readonly contacts: readonly SeededContact[];
  readonly loads: readonly Row<"rep_load">[];
  readonly teamIds: ReadonlyMap<string, string>;
  readonly categoryIds: ReadonlyMap<string, string>;
  readonly rows: TableRows;
  /** Written last: a demo organization without a widget was interrupted while it was played. */
  readonly widget: Row<"widget">;
};

/** An organization that has been written, with its settings as the server reads them. */
export type Structure = Founded & { readonly configuration: OrganizationConfiguration };

/** Writes an organization with its people and settings, and reads the settings as every command does. */
export async function foundOrganization(founded: Founded, deps: Deps): Promise<Structure> {
  const client = await deps.pool.connect();
  try {
    // The organization and its calendar refer to each other, which is checked at the end of the transaction.
    await inTransaction(client, () => insertRows(client, founded.rows));
  } finally {
    client.release();
  }
  return { ...founded, configuration: await deps.configurations.of(founded.organization.id) };
}
