import { asIfNeverClosed, TAKE_BACK_WITHIN_MS } from "@/domain/request/beforeClosing";
import { underPolicy } from "@/domain/request/underPolicy";
import { labelOf } from "../../classifier/changes/labelOf";
import type { Deps } from "../../deps";
import type { Changes, PartOfChanges } from "../../writer/changes";
import { composeChanges, composePart, withLists } from "../../writer/composeChanges";
import type { LoadedRequest } from "../load/loadRequest";
import { changingColumns } from "./clockRows";
import { type KeptClosing, keptClosing } from "./keptClosing";
import { requestChanges, restoringChanges } from "./requestChanges";
import { sequenceEntries } from "./sequenceEntries";

/** The closing that `partyId` may still take back: their own, the latest, and recent. Else null. */
export function ownClosing(loaded: LoadedRequest, partyId: string, now: Date): KeptClosing | null {
  const { request } = loaded;
  const closing = keptClosing(request.before_closing, loaded);
  if (closing?.byId !== partyId || request.state !== "retired") return null;
  const isLast = request.retired_at?.getTime() === closing.before.closedAtMs;
  return isLast && isRecent(closing, now) ? closing : null;
}

/** Whether a closing may still be taken back. */
export function isRecent({ before }: KeptClosing, now: Date): boolean {
  return now.getTime() - before.closedAtMs <= TAKE_BACK_WITHIN_MS;
}

/**
 * Takes back a closing, as if it had never happened. The rep who had the request has it again, even beyond threshold
 * and capacity, its clocks have gone on, and the question for a rating disappears. If the customer has rated meanwhile,
 * the question and the rating stay.
 */
export async function takenBackChanges(loaded: LoadedRequest, closing: KeptClosing, deps: Deps): Promise<Changes> {
  const { request, storedClocks } = loaded;
  const now = deps.clock.now();
  const restored = underPolicy(asIfNeverClosed(loaded.facts, closing.before), loaded.settings, now.getTime());
  const extra = { sequence_id: request.sequence_id, ...closing.escalation, before_closing: null, bump: true };
  const written = restoringChanges(requestChanges(loaded, restored, now, deps.newId, extra));
  const patchClock = storedClocks.flatMap(({ id }, index) => {
    const clock = restored.clocks[index];
    return clock === undefined ? [] : [{ id, ...changingColumns(clock, loaded.configuration, now.getTime()) }];
  });
  const restoreClock = storedClocks.map(({ id }, index) => ({
    clock_id: id,
    closed_at: new Date(closing.before.closedAtMs),
    reasons: (restored.clocks[index]?.pauses ?? []).flatMap(({ untilMs, reason }) => (untilMs === null ? reason : [])),
  }));
  return composeChanges(
    { at: now, organizationId: request.organization_id },
    withLists(written, { patchClock, restoreClock }),
    restored.state === "assigned" && request.assigned_to_id !== null
      ? { take: [{ repId: request.assigned_to_id, weight: request.weight, beyondCapacity: true }] }
      : {},
    closing.pace === null ? {} : { pace: [withoutPace(closing.pace)] },
    closing.isLabelled ? await labelOf(loaded, { categoryId: null, source: "routing", byId: closing.byId }, deps) : {},
    await unaskedRating(loaded, request.retired_at, deps),
    { entries: sequenceEntries(loaded, { state: restored.sequenceState }) },
  );
}

function withoutPace(pace: NonNullable<KeptClosing["pace"]>) {
  return { ...pace, closed_count: -pace.closed_count, total_ms: -pace.total_ms };
}

/**
 * Takes back the question for a rating that a closing asked. Empty if there is none, or the customer has answered it.
 */
export async function unaskedRating(
  { request, interaction }: LoadedRequest,
  retired_at: Date | null,
  { db, clock }: Deps,
): Promise<PartOfChanges> {
  if (retired_at === null) return composePart();
  const [rating, question] = await Promise.all([
    db
      .selectFrom("rating")
      .select(["answered_at"])
      .where("sequence_id", "=", request.sequence_id)
      .where("asked_at", ">=", retired_at)
      .executeTakeFirst(),
    db
      .selectFrom("message")
      .select(["id", "revision"])
      .where("interaction_id", "=", interaction.id)
      .where("kind", "=", "rating_request")
      .where("deleted_at", "is", null)
      .where("sent_at", ">=", retired_at)
      .executeTakeFirst(),
  ]);
  if (!rating || !question || (rating.answered_at !== null && rating.answered_at >= retired_at)) return composePart();
  return composePart({
    unaskRating: [{ sequence_id: request.sequence_id, asked_at: retired_at }],
    editMessage: [
      { ...question, interaction_id: interaction.id, body: "", deleted_at: clock.now(), by_the_house: true },
    ],
  });
}
