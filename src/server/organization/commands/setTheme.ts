import type { SetTheme } from "@/contract/inputs/organization";
import type { Deps } from "../../deps";

/** Remembers how a person likes to see Parley. */
export async function setTheme(userId: string, { theme }: SetTheme, { db }: Deps): Promise<Record<string, never>> {
  await db.updateTable("app_user").set({ theme }).where("id", "=", userId).execute();
  return {};
}
