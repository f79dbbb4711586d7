import { z } from "zod";
import { TAKE_BACK_WITHIN_MS } from "@/domain/request/beforeClosing";
import { SEQUENCE_STATES } from "@/domain/request/sequenceState";
import type { LoadedRequest } from "../load/loadRequest";
import { Escalation } from "./keptClosing";

const Instant = z.number().nullable();
const Id = z.string().nullable();
const Place = z.object({
  state: z.enum(["unassigned", "queued", "assigned", "retired"]),
  teamId: Id,
  assignedToId: Id,
  assignedAtMs: Instant,
});
/** The part that the new responder had beside the old one. It ended when they became the responder. */
const Beside = z.object({
  partyId: z.string(),
  role: z.enum(["specialist", "supervisor", "member"]),
  isInvited: z.boolean(),
});
const Stored = z.object({
  kind: z.enum(["take", "hand_over", "withdraw"]),
  byId: z.string(),
  atMs: z.number(),
  before: Place.extend({
    pickedUpAtMs: Instant,
    escalation: Escalation.nullable(),
    beside: Beside.nullable().default(null),
  }),
  /** How the act left the request. It can be taken back only while the request still stands so. */
  left: Place.extend({ sequenceState: z.enum(SEQUENCE_STATES), categoryId: Id, escalationState: Id }),
  /** The act before, which can be taken back next. */
  earlier: z.unknown().optional(),
});

/** An act by which a member moved a request or withdrew its escalation, as kept so that they can take it back. */
export type KeptMove = z.infer<typeof Stored>;

/** Where an act leaves a request. */
export type Moved = Pick<KeptMove["left"], "state" | "teamId" | "assignedToId" | "escalationState">;

/** The stored form of an act, to be kept with its request. Of the acts before it, the latest is kept, too. */
export function moveToKeep(
  kind: KeptMove["kind"],
  loaded: LoadedRequest,
  byId: string,
  to: Moved,
  now: Date,
): KeptMove {
  const { request, sequence, facts } = loaded;
  const { earlier: _, ...earlier } = keptMove(loaded) ?? { earlier: null };
  const assignedAtMs = request.assigned_at?.getTime() ?? null;
  return {
    kind,
    byId,
    atMs: now.getTime(),
    before: {
      state: request.state,
      teamId: request.team_id,
      assignedToId: request.assigned_to_id,
      assignedAtMs,
      pickedUpAtMs: facts.pickedUpAtMs,
      escalation: Escalation.safeParse(request).data ?? null,
      beside: besideOf(to, loaded),
    },
    left: {
      ...to,
      assignedAtMs: kind === "withdraw" ? assignedAtMs : to.assignedToId === null ? null : now.getTime(),
      sequenceState: sequence.state,
      categoryId: sequence.category_id,
    },
    ...(Object.keys(earlier).length === 0 ? {} : { earlier }),
  };
}

function besideOf(to: Moved, { parties, request }: LoadedRequest): KeptMove["before"]["beside"] {
  const id = to.assignedToId ?? to.teamId ?? request.organization_id;
  const party = parties.find((each) => each.id === id && each.role !== "responder");
  if (!party) return null;
  const { role, from_at } = party;
  return Beside.safeParse({ partyId: id, role, isInvited: from_at === null }).data ?? null;
}

/** The act that is kept with a request; null if there is none or it cannot be read. */
export function keptMove({ request }: Pick<LoadedRequest, "request">): KeptMove | null {
  return Stored.safeParse(request.before_move).data ?? null;
}

/** The act before a kept one; null if none is kept. */
export function earlierOf(move: KeptMove | null): KeptMove | null {
  return Stored.safeParse(move?.earlier).data ?? null;
}

/** Whether a request still stands as the act left it, and nobody has answered the customer since. */
export function stillStands({ left, atMs }: KeptMove, { request, sequence, facts }: LoadedRequest, now: Date): boolean {
  const isSame =
    request.state === left.state &&
    request.team_id === left.teamId &&
    request.assigned_to_id === left.assignedToId &&
    (request.assigned_at?.getTime() ?? null) === left.assignedAtMs &&
    request.escalation_state === left.escalationState &&
    sequence.state === left.sequenceState &&
    sequence.category_id === left.categoryId;
  const isAnswered = facts.lastReplyAtMs !== null && facts.lastReplyAtMs >= atMs;
  return isSame && !isAnswered && now.getTime() - atMs <= TAKE_BACK_WITHIN_MS;
}
