import { z } from "zod";
import type { Pov } from "@/domain/pov/pov";
import { afterEvent } from "@/domain/request/afterEvent";
import { joinChanges } from "../db/joinChanges";
import type { Deps } from "../deps";
import { loadRequestFor } from "../queries/loadRequestFor";
import { closingChanges } from "./closingChanges";
import { decideAndCommit } from "./commit";
import { refuseConflict } from "./refuseConflict";
import { requestChanges } from "./requestChanges";
import { routeRequest } from "./routeRequest";
import { sequenceEntries } from "./sequenceEntries";

const SequenceStateInput = z.enum(["open", "pending", "need_info", "closed"]);

export const SetSequenceState = z.object({
  sequenceId: z.uuid(),
  state: SequenceStateInput,
  /** The state that the person was looking at: only another one there is a conflict. */
  seen: SequenceStateInput,
});
export type SetSequenceState = z.infer<typeof SetSequenceState>;

/**
 * Sets the state of a sequence (C4, O11). Closing completes the request: capacity is given back and the customer is
 * asked to rate (R15). Opening a closed one routes it again.
 *
 * @throws DomainError `not_found`, `not_allowed`, `changed_meanwhile` where it is in a third state by now
 */
export async function setSequenceState(pov: Pov, input: SetSequenceState, deps: Deps): Promise<{ version: number }> {
  let version = 0;
  let isReopened = false;
  await decideAndCommit(async () => {
    const loaded = await loadRequestFor(pov, input.sequenceId, "change", deps);
    const present = loaded.sequence.state;
    refuseConflict("state", { seen: input.seen, wanted: input.state, present });
    version = loaded.sequence.version + (present === input.state ? 0 : 1);
    if (present === input.state) return null;
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
