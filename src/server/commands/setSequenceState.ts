import { z } from "zod";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { afterEvent } from "@/domain/request/afterEvent";
import { joinChanges } from "../db/joinChanges";
import type { Deps } from "../deps";
import { loadRequestFor } from "../queries/loadRequestFor";
import { closingChanges } from "./closingChanges";
import { decideAndCommit } from "./commit";
import { requestChanges } from "./requestChanges";
import { routeRequest } from "./routeRequest";
import { sequenceEntries } from "./sequenceEntries";

export const SetSequenceState = z.object({
  sequenceId: z.uuid(),
  state: z.enum(["open", "pending", "need_info", "closed"]),
  /** The version of the sequence that the person was looking at. */
  version: z.int().positive(),
});
export type SetSequenceState = z.infer<typeof SetSequenceState>;

/**
 * Sets the state of a sequence (C4, O11). Closing completes the request: capacity is given back and the customer is
 * asked to rate (R15). Opening a closed one routes it again.
 *
 * @throws DomainError `not_found`, `not_allowed`, `stale_version` where it was changed since
 */
export async function setSequenceState(pov: Pov, input: SetSequenceState, deps: Deps): Promise<{ version: number }> {
  let version = input.version;
  let isReopened = false;
  await decideAndCommit(async () => {
    const loaded = await loadRequestFor(pov, input.sequenceId, "change", deps);
    if (loaded.sequence.version !== input.version) throw new DomainError("stale_version");
    if (loaded.sequence.state === input.state) return null;
    version = loaded.sequence.version + 1;
    isReopened = loaded.facts.state === "retired";
    const now = deps.clock.now();
    const after = afterEvent(loaded.facts, { type: "state_set", state: input.state }, loaded.settings, now.getTime());
    const extra = isReopened
      ? { sequence_id: input.sequenceId, assigned_to_id: null, assigned_at: null, queued_at: now, bump: true }
      : null;
    return joinChanges(
      {
        at: now,
        organizationId: pov.organizationId,
        ...requestChanges(loaded, after, now, deps.newId, extra),
        entries: sequenceEntries(loaded, { state: input.state }),
      },
      input.state === "closed" ? await closingChanges(loaded, pov.partyId, deps) : {},
    );
  }, deps);
  if (isReopened) await routeRequest(input.sequenceId, deps, { personId: pov.partyId });
  return { version };
}
