import type { OfSequence } from "@/contract/inputs/request";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { canBeGiven } from "@/domain/routing/availability";
import { newParticipation } from "../../conversation/changes/newParticipation";
import type { Deps } from "../../deps";
import type { Changes, Entry, PartOfChanges } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges, composePart } from "../../writer/composeChanges";
import { earlierOf, type KeptMove, keptMove, stillStands } from "../changes/keptMove";
import { NOT_ESCALATED, requestChanges } from "../changes/requestChanges";
import { drainTimer, releaseOf, responderChanges } from "../changes/responderChanges";
import { memberFacts, sequenceEntries } from "../changes/sequenceEntries";
import type { LoadedRequest } from "../load/loadRequest";
import { loadRequestFor, loadSeenRequest } from "../load/loadRequestFor";
import { retryEscalations } from "./escalateRequest";

/**
 * Takes back the viewer's own latest act on a request: that they took it, handed it over, or withdrew its escalation.
 * It goes back to where it was, to its former rep even beyond their capacity. It can be taken back for ten minutes, and
 * only while the request stands as the act left it.
 *
 * @throws DomainError `not_found`; `undo_overtaken` if it changed since, is too long ago, or is not theirs;
 *   `rep_absent` if its former rep, another one, is off duty now
 */
export async function takeBackMove(pov: Pov, { sequenceId }: OfSequence, deps: Deps): Promise<void> {
  let isEscalatedAgain = false;
  let teamId: string | null = null;
  await decideAndCommit(async () => {
    const loaded = await loadSeenRequest(pov, sequenceId, deps);
    const move = loaded && keptMove(loaded);
    if (!loaded || move?.byId !== pov.partyId) {
      // Who moved it before somebody else did may have lost sight of it; to all others it is there or missing as usual.
      if (earlierOf(move)?.byId !== pov.partyId) await loadRequestFor(pov, sequenceId, "see", deps);
      throw new DomainError("undo_overtaken");
    }
    if (!stillStands(move, loaded, deps.clock.now())) throw new DomainError("undo_overtaken");
    if (move.kind === "withdraw") {
      isEscalatedAgain = true;
      teamId = loaded.request.team_id;
      return escalatedAgain(loaded, move, deps);
    }
    await refuseAbsent(move.before.assignedToId, pov, deps);
    return movedBack(loaded, move, pov, deps);
  }, deps);
  if (isEscalatedAgain) await retryEscalations(teamId, deps);
}

/** Nobody but the viewer gets a request back while they are off duty. */
async function refuseAbsent(repId: string | null, pov: Pov, { db }: Deps): Promise<void> {
  if (repId === null || repId === pov.partyId) return;
  const { availability } = await db
    .selectFrom("rep_load")
    .select("availability")
    .where("rep_id", "=", repId)
    .executeTakeFirstOrThrow();
  if (!canBeGiven(availability)) throw new DomainError("rep_absent", { availability });
}

function escalatedAgain(loaded: LoadedRequest, { before, earlier }: KeptMove, deps: Deps): Changes {
  const { request, facts } = loaded;
  const now = deps.clock.now();
  const beside = {
    sequence_id: request.sequence_id,
    ...(before.escalation ?? NOT_ESCALATED),
    before_move: earlier ?? null,
    bump: true,
  };
  return composeChanges(
    { at: now, organizationId: request.organization_id },
    requestChanges(loaded, facts, now, deps.newId, beside),
    { entries: sequenceEntries(loaded) },
  );
}

function movedBack(loaded: LoadedRequest, move: KeptMove, by: Pov, deps: Deps): Changes {
  const { request } = loaded;
  const { before, earlier } = move;
  const now = deps.clock.now();
  const place = { team_id: before.teamId, assigned_to_id: before.assignedToId };
  const extra = {
    sequence_id: request.sequence_id,
    ...place,
    ...(before.escalation ?? NOT_ESCALATED),
    assigned_at: before.assignedAtMs === null ? null : new Date(before.assignedAtMs),
    before_move: earlier ?? null,
    bump: true,
  };
  const from = request.assigned_to_id;
  const { assignedToId: repId } = before;
  return composeChanges(
    { at: now, organizationId: request.organization_id },
    requestChanges(loaded, asIfNeverMoved(loaded.facts, move), now, deps.newId, extra),
    releaseOf(loaded),
    repId === null ? {} : { take: [{ repId, weight: request.weight, beyondCapacity: true }] },
    responderChanges(loaded, responderBefore(before, request.organization_id), place, now, deps.newId, by.partyId),
    besideAgain(loaded, move, place, now, deps.newId),
    from === null || from === by.partyId ? {} : { timers: [drainTimer(from, now)] },
  );
}

/** Who became the responder by the act, and had taken part beside the former one or been invited, does so again. */
function besideAgain(
  loaded: LoadedRequest,
  { byId, before: { beside } }: KeptMove,
  place: { team_id: string | null; assigned_to_id: string | null },
  now: Date,
  newId: () => string,
): PartOfChanges {
  if (beside === null) return composePart();
  const { interaction, request } = loaded;
  const { partyId, role, isInvited } = beside;
  const part = newParticipation({
    id: newId(),
    interaction,
    partyId,
    role,
    fromAt: isInvited ? null : now,
    ...(isInvited ? { invitedAt: now, invitedById: byId } : {}),
  });
  const facts = memberFacts(loaded, place);
  const sequence: Entry[] = isInvited
    ? []
    : [{ list: partyId, kind: "sequence", sequence_id: request.sequence_id, facts }];
  return composePart({
    participation: [part],
    entries: [{ list: partyId, kind: "interaction", interaction_id: interaction.id }, ...sequence],
  });
}

function responderBefore({ assignedToId, teamId }: KeptMove["before"], organizationId: string) {
  if (assignedToId !== null) return { id: assignedToId, kind: "rep" as const };
  return teamId === null
    ? { id: organizationId, kind: "organization" as const }
    : { id: teamId, kind: "team" as const };
}

/** A request that was taken counts as never picked up, if it was picked up by that. Its clocks have kept running. */
function asIfNeverMoved(facts: RequestFacts, { kind, atMs, before }: KeptMove): RequestFacts {
  const { state, pickedUpAtMs } = before;
  if (kind !== "take") return { ...facts, state };
  const clocks = facts.clocks.map((clock) =>
    clock.metric === "pick_up" && clock.metAtMs === atMs ? { ...clock, metAtMs: null } : clock,
  );
  return { ...facts, state, pickedUpAtMs, clocks };
}
