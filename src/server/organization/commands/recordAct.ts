import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";

/** What somebody did, and to what kind of thing. Facts are figures and ids, never what anybody wrote. */
export type Act = {
  readonly verb: string;
  readonly objectKind: "classifier" | "category" | "team" | "organization";
  readonly facts: { readonly [name: string]: Fact };
};

/** A figure, an id or a word of the code; or several, such as the settings before and after a change. */
export type Fact = number | string | readonly number[] | { readonly [name: string]: number | string };

/** Writes an administrative act into the audit (B5); with the parts of a transaction, together with what was done. */
export async function recordAct(
  { organizationId, partyId }: Pick<Pov, "organizationId" | "partyId">,
  { verb, objectKind, facts }: Act,
  { prisma, clock, newId }: Pick<Deps, "prisma" | "clock" | "newId">,
): Promise<void> {
  await prisma.auditEntry.create({
    data: {
      id: newId(),
      organization_id: organizationId,
      actor_id: partyId,
      verb,
      object_kind: objectKind,
      facts,
      at: clock.now(),
    },
    select: { id: true },
  });
}
