import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";

/** A look again within this time is the same look. */
const SAME_LOOK_MS = 10 * 60_000;

/** Leaves a trace of a privileged look (P12); ids and verbs only, never what was seen. */
export async function recordLook(pov: Pov, objectKind: string, objectId: string, deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.pool.query(
    `insert into audit_entry (id, organization_id, actor_id, verb, object_kind, object_id, facts, at)
     select $1, $2, $3, 'privileged_look', $4, $5, '{}', $6
     where not exists (select 1 from audit_entry where organization_id = $2 and actor_id = $3 and verb = 'privileged_look'
       and object_id = $5 and at > $7)`,
    [deps.newId(), pov.organizationId, pov.partyId, objectKind, objectId, now, new Date(now.getTime() - SAME_LOOK_MS)],
  );
}
