import type { LoadedRequest } from "@/server/request/load/loadRequest";
import type { ChangeLists, Changes } from "@/server/writer/changes";
import { composeChanges } from "@/server/writer/composeChanges";
import type { Scenario } from "../texts/scenario";
import { type Agenda, emptyAgenda } from "./agenda";
import { commitToLedger } from "./commitToLedger";
import { emptyLedger, known, type Ledger, type Row } from "./ledger";
import { loadFromLedger } from "./loadFromLedger";
import type { SeededIds } from "./seededIds";
import type { SeededRandom } from "./seededRandom";
import type { Story } from "./story";
import type { SeededRep, Structure } from "./structure";

/** What comes up in the past of an organization. */
export type Happening =
  | { readonly kind: "arrive"; readonly scenario: Scenario }
  | { readonly kind: "begin" | "step" | "retry"; readonly story: Story }
  | { readonly kind: "look"; readonly sequenceId: string }
  | { readonly kind: "drain"; readonly repId: string };

/** An organization at work: what has happened, what lies ahead, and what time it is. */
export type Desk = {
  readonly structure: Structure;
  readonly ledger: Ledger;
  readonly random: SeededRandom;
  readonly ids: SeededIds;
  readonly agenda: Agenda<Happening>;
  readonly reps: ReadonlyMap<string, SeededRep>;
  /** Stories that are under way, by sequence. */
  readonly stories: Map<string, Story>;
  /** Retired requests by team, the latest last. */
  readonly retiredOfTeam: Map<string, Row<"request">[]>;
  readonly references: Set<string>;
  /** Until when a customer would go on with a matter that they have instead of beginning another (R19). */
  readonly busyUntilMs: Map<string, number>;
  /** From when on a customer is kept free for a live request. */
  readonly reserved: Map<string, number>;
  /** Which customer has come with which scenario. */
  readonly told: Set<string>;
  /** Is told every change before it is written into the ledger. */
  readonly tell: (changes: Changes) => void;
  nowMs: number;
};

/** A desk at which nothing has happened yet. */
export function newDesk(
  structure: Structure,
  random: SeededRandom,
  ids: SeededIds,
  tell: Desk["tell"] = () => undefined,
): Desk {
  return {
    structure,
    ledger: emptyLedger(structure.loads),
    random,
    ids,
    agenda: emptyAgenda(),
    reps: new Map(structure.reps.map((rep) => [rep.id, rep])),
    stories: new Map(),
    retiredOfTeam: new Map(),
    references: new Set(),
    busyUntilMs: new Map(),
    reserved: new Map(),
    told: new Set(),
    tell,
    nowMs: structure.organization.created_at.getTime(),
  };
}

/** The present instant of a desk. */
export function presentAt(desk: Desk): Date {
  return new Date(desk.nowMs);
}

/** An id made now. */
export function newRowId(desk: Desk): string {
  return desk.ids(desk.nowMs);
}

/** A request as commands would load it now. */
export function loadAt(desk: Desk, sequenceId: string): LoadedRequest {
  return loadFromLedger(desk.ledger, desk.structure, sequenceId);
}

/** Writes what a command would have written now, and notes the timers that it sets. */
export function commitAt(desk: Desk, parts: ChangeLists): void {
  const base = { at: presentAt(desk), organizationId: desk.structure.organization.id };
  const changes = composeChanges(base, parts);
  desk.tell(changes);
  commitToLedger(desk.ledger, changes);
  for (const { sequence_id } of changes.patchRequest ?? []) noteRetired(desk, sequence_id);
  for (const { task, payload, runAt } of changes.timers ?? []) {
    if (task === "lookAtRequest") desk.agenda.add(runAt.getTime(), { kind: "look", ...(payload as LookPayload) });
    if (task === "drainForRep") desk.agenda.add(runAt.getTime(), { kind: "drain", ...(payload as DrainPayload) });
  }
}

type LookPayload = { sequenceId: string };
type DrainPayload = { repId: string };

/** A story that ends leaves the desk; the figures of expected waits (R7) look at a team's latest retired requests. */
function noteRetired(desk: Desk, sequenceId: string): void {
  const request = known(desk.ledger.requests, sequenceId);
  if (request.state !== "retired" || request.retired_at?.getTime() !== desk.nowMs || request.team_id === null) return;
  const retired = desk.retiredOfTeam.get(request.team_id) ?? [];
  desk.retiredOfTeam.set(request.team_id, retired);
  retired.push(request);
  desk.stories.delete(sequenceId);
  desk.busyUntilMs.set(request.contact_id, desk.nowMs + desk.structure.organization.reopen_within_ms + 1);
}

/** Remembers how far somebody has read. */
export function readAll(desk: Desk, partyId: string, interactionId: string): void {
  const { last_ordinal, organization_id } = known(desk.ledger.interactions, interactionId);
  desk.ledger.reads.set(`${partyId} ${interactionId}`, {
    party_id: partyId,
    interaction_id: interactionId,
    organization_id,
    ordinal: last_ordinal,
    read_at: presentAt(desk),
  });
}
