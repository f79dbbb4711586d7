import { grantsSight } from "@/domain/pov/grantsSight";
import type { Pov } from "@/domain/pov/pov";
import type { SequenceState } from "@/domain/request/sequenceState";
import type { RequestState } from "./requestFacts";

/** What a member may do with a request. Screens show exactly this and never guess. */
export type Abilities = {
  readonly see: boolean;
  readonly reply: boolean;
  readonly take: boolean;
  readonly change: boolean;
  readonly handOver: boolean;
  readonly escalate: boolean;
  readonly openBackchannel: boolean;
  readonly seeRouting: boolean;
};

type Standing = {
  readonly organizationId: string;
  readonly teamId: string | null;
  /** The parties that take part in the customer-facing interaction now. */
  readonly currentPartyIds: ReadonlySet<string>;
  readonly state: RequestState;
  readonly sequenceState: SequenceState;
};

/**
 * What a point of view may do with a request (O8, P5).
 *
 * - A member who takes part may work on it.
 * - While it waits, members of its team may take it; without a team, every member may.
 * - Supervisors of its team may take it, change it and hand it over. They may answer it once it is theirs.
 */
export function abilities(pov: Pov, request: Standing): Abilities {
  const takesPart = request.currentPartyIds.has(pov.partyId);
  const waitsHere = pov.groupIds.some((id) => request.currentPartyIds.has(id));
  const supervises = request.teamId !== null && pov.supervisedTeamIds.includes(request.teamId);
  const isWaiting = request.state === "unassigned" || request.state === "queued";
  const isLive = request.sequenceState !== "closed";
  return {
    see: takesPart || waitsHere || grantsSight(pov, { ...request, audience: "customer" }),
    reply: takesPart && isLive,
    take: isLive && !takesPart && ((isWaiting && waitsHere) || supervises),
    change: takesPart || supervises || waitsHere,
    handOver: isLive && (takesPart || supervises || waitsHere),
    escalate: isLive && takesPart,
    openBackchannel: takesPart,
    seeRouting: takesPart || supervises,
  };
}
