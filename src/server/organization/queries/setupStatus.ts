import type { Deps } from "../../deps";

/** Whether there is any organization yet, and whether it is the demo that may be tried. */
export async function setupStatus({ prisma }: Deps): Promise<{ isSetUp: boolean; isDemo: boolean }> {
  const organization = await prisma.organization.findFirst({ select: { is_demo: true } });
  return { isSetUp: organization !== null, isDemo: organization?.is_demo ?? false };
}
