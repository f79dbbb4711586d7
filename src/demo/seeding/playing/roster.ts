import type { Availability } from "@/domain/routing/availability";
import type { SeededRep } from "../founding/structure";
import type { OnDuty } from "../stories/story";
import type { Desk } from "./desk";

const SLOT_MS = 20 * 60_000;

/**
 * Lets the reps be on duty as the roster of this moment says. It is written down as a plan of the house is: nobody comes
 * on duty by a command of their own, which would hand out what is to be seen waiting.
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

/** People fetch coffee and go to meetings: a part of the time somebody is away or busy, never everybody for long. */
function availabilityOf({ id, index }: SeededRep, onDuty: OnDuty, nowMs: number): Availability {
  if (onDuty !== "everybody") return onDuty !== "nobody" && onDuty.repId === id ? "available" : "away";
  const drawn = (Math.floor(nowMs / SLOT_MS) * 7919 + index * 104_729) % 100;
  if (drawn < 9) return "away";
  return drawn < 14 ? "busy" : "available";
}
