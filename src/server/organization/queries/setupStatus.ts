import type { Deps } from "../../deps";

/** Whether there is any organization yet, and whether it is the demo that may be tried. */
export async function setupStatus({ db }: Deps): Promise<{ isSetUp: boolean; isDemo: boolean }> {
  const organization = await db.selectFrom("organization").select("is_demo").limit(1).executeTakeFirst();
  return { isSetUp: organization !== undefined, isDemo: organization?.is_demo ?? false };
}
