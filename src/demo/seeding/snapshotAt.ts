import type { Availability } from "@/domain/routing/availability";
import { DURATION_SAMPLES_MAX } from "@/domain/routing/durationRange";
import type { RoutingRep, RoutingSnapshot } from "@/domain/routing/routingSnapshot";
import { isOpenAt } from "@/domain/sla/hours/isOpenAt";
import { nextOpeningAtMs } from "@/domain/sla/hours/nextOpeningAtMs";
import type { Desk } from "./desk";
import { known, type Row } from "./ledger";
import type { OnDuty } from "./story";
import type { SeededRep } from "./structure";

type Asked = {
  readonly teamId: string | null;
  readonly contactId: string;
  readonly onDuty: OnDuty;
};

/** What `decide` looks at, as `routingSnapshot` (server/queries) would read it at the desk's present instant. */
export function snapshotAt(desk: Desk, { teamId, contactId, onDuty }: Asked): RoutingSnapshot {
  const { nowMs } = desk;
  if (teamId === null) {
    return { nowMs, reps: [], teamQueueLengths: {}, teamHours: {}, recentPickUpMs: {}, recentCloseMs: {} };
  }
  const { configuration, reps } = desk.structure;
  const calendar = configuration.teams.get(teamId)?.calendar ?? null;
  const isOpen = isOpenAt(calendar, nowMs);
  const opensAtMs = isOpen || calendar === null ? null : nextOpeningAtMs(calendar, nowMs);
  const retired = (desk.retiredOfTeam.get(teamId) ?? []).slice(-DURATION_SAMPLES_MAX).reverse();
  return {
    nowMs,
    reps: reps
      .filter(({ teamIds }) => teamIds.includes(teamId))
      .map((rep) => routingRep(desk, rep, teamId, contactId, availabilityOf(rep, onDuty, nowMs)))
      .sort((a, b) => (a.repId < b.repId ? -1 : 1)),
    teamQueueLengths: { [teamId]: queueLength(desk, teamId) },
    teamHours: calendar === null ? {} : { [teamId]: { isOpen, opensAtMs } },
    recentPickUpMs: { [teamId]: retired.flatMap(({ picked_up_at, created_at }) => sinceOf(picked_up_at, created_at)) },
    recentCloseMs: { [teamId]: retired.flatMap(({ retired_at, created_at }) => sinceOf(retired_at, created_at)) },
  };
}

const SLOT_MS = 20 * 60_000;

/** People fetch coffee and go to meetings: a part of the time somebody is away or busy, never everybody for long. */
function availabilityOf({ id, index }: SeededRep, onDuty: OnDuty, nowMs: number): Availability {
  if (onDuty !== "everybody") return onDuty !== "nobody" && onDuty.repId === id ? "available" : "away";
  const drawn = (Math.floor(nowMs / SLOT_MS) * 7919 + index * 104_729) % 100;
  if (drawn < 9) return "away";
  return drawn < 14 ? "busy" : "available";
}

function routingRep(
  desk: Desk,
  rep: SeededRep,
  teamId: string,
  contactId: string,
  availability: Availability,
): RoutingRep {
  const load = known(desk.ledger.loads, rep.id);
  const paces = [...desk.structure.categoryIds.values()].flatMap(
    (categoryId) => desk.ledger.paces.get(`${rep.id} ${categoryId}`) ?? [],
  );
  const { categories } = desk.structure.configuration;
  const ofTeam = paces.filter(({ category_id }) => categories.get(category_id)?.team_id === teamId);
  const answeredAt = desk.ledger.answered.get(`${contactId} ${rep.id}`)?.last_answered_at ?? null;
  return {
    repId: rep.id,
    name: rep.demo.name,
    teamIds: [teamId],
    supervisedTeamIds: rep.demo.role === "supervisor" ? [teamId] : [],
    availability,
    used: load.used,
    capacity: load.capacity,
    lastOfferedAtMs: load.last_offered_at?.getTime() ?? null,
    paceByTeamId: ofTeam.length === 0 ? {} : { [teamId]: paceOf(ofTeam) },
    paceByCategoryId: Object.fromEntries(paces.map((pace) => [pace.category_id, paceOf([pace])])),
    skills: rep.demo.skills,
    hasAnsweredContact: answeredAt !== null,
    lastAnsweredContactAtMs: answeredAt?.getTime() ?? null,
  };
}

function paceOf(paces: readonly Row<"rep_pace">[]) {
  const sampleCount = paces.reduce((sum, { closed_count }) => sum + closed_count, 0);
  return { averageProcessingMs: paces.reduce((sum, { total_ms }) => sum + total_ms, 0) / sampleCount, sampleCount };
}

function queueLength(desk: Desk, teamId: string) {
  const byCategoryId: Record<string, number> = {};
  let total = 0;
  for (const sequenceId of desk.stories.keys()) {
    const { state, team_id } = known(desk.ledger.requests, sequenceId);
    if (state !== "queued" || team_id !== teamId) continue;
    const categoryId = known(desk.ledger.sequences, sequenceId).category_id ?? "";
    byCategoryId[categoryId] = (byCategoryId[categoryId] ?? 0) + 1;
    total += 1;
  }
  return { total, byCategoryId };
}

function sinceOf(at: Date | null, since: Date): number[] {
  return at === null ? [] : [at.getTime() - since.getTime()];
}
