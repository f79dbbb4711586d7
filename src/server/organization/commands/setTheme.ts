import { z } from "zod";
import type { Deps } from "../../deps";

export const SetTheme = z.object({ theme: z.enum(["system", "light", "dark"]) });

/** Remembers how a person likes to see Parley. */
export async function setTheme(
  userId: string,
  { theme }: z.infer<typeof SetTheme>,
  { db }: Deps,
): Promise<Record<string, never>> {
  await db.updateTable("app_user").set({ theme }).where("id", "=", userId).execute();
  return {};
}
