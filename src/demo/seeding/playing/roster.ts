import type { Availability } from "@/domain/routing/availability";
import type { SeededRep } from "../founding/structure";
import type { OnDuty } from "../stories/story";
import type { Desk } from "./desk";

const SLOT_MS = 20 * 60_000;

/**
 * Sets the reps' availability to what the roster says now. It is written directly: the command for coming on duty would
 * hand out requests that must be seen waiting.
 */
export async function keepRoster(desk: Desk, onDuty: OnDuty): Promise<void> {
  const changed = desk.structure.reps.flatMap((rep) => {
    const availability = availabilityOf(rep, onDuty, desk.clock.nowMs);
    return desk.duties.get(rep.id) === availability ? [] : [{ id: rep.id, availability }];
  });
  if (changed.length === 0) return;
  for (const { id, availability } of changed) desk.duties.set(id, availability);
  await desk.deps.pool.query({
    name: "demo_roster",
    text: `update rep_load set availability = duty.availability
      from unnest($1::uuid[], $2::availability[]) as duty (rep_id, availability) where rep_load.rep_id = duty.rep_id`,
    values: [changed.map(({ id }) => id), changed.map(({ availability }) => availability)],
  });
}

/** A rep's availability now. When everybody is on duty, each rep is still away or busy part of the time. */
function availabilityOf({ id, index }: SeededRep, onDuty: OnDuty, nowMs: number): Availability {
  if (onDuty !== "everybody") return onDuty !== "nobody" && onDuty.repId === id ? "available" : "away";
  const drawn = (Math.floor(nowMs / SLOT_MS) * 7919 + index * 104_729) % 100;
  if (drawn < 9) return "away";
  return drawn < 14 ? "busy" : "available";
}
