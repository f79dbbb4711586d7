import type { SetTheme } from "@/contract/inputs/organization";
import type { Deps } from "../../deps";

/** Remembers how a person likes to see Parley. */
export async function setTheme(userId: string, { theme }: SetTheme, { prisma }: Deps): Promise<Record<string, never>> {
  await prisma.user.updateMany({ where: { id: userId }, data: { theme } });
  return {};
}
