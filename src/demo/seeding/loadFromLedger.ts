import { type LoadedRequest, requestFacts, requestSettings } from "@/server/request/load/loadRequest";
import type { CurrentParty } from "@/server/request/load/requestSnapshots";
import { known, type Ledger, type Row } from "./ledger";
import type { Structure } from "./structure";

/** A request with all that its decisions look at, as `loadRequest` (server/queries) would read it from the same rows. */
export function loadFromLedger(ledger: Ledger, structure: Structure, sequenceId: string): LoadedRequest {
  const { configuration } = structure;
  const request = known(ledger.requests, sequenceId);
  const sequence = known(ledger.sequences, sequenceId);
  const storedClocks = latestOfEachMetric(ledger.clocksOfSequence.get(sequenceId) ?? []).map((clock) => {
    return { ...clock, pauses: ledger.pausesOfClock.get(clock.id) ?? [] };
  });
  return {
    request: { ...request },
    sequence: { ...sequence },
    interaction: known(ledger.interactions, request.interaction_id),
    parties: partiesNow(ledger, structure, request.interaction_id),
    storedClocks,
    facts: requestFacts(request, sequence, storedClocks, configuration),
    settings: requestSettings(configuration, { categoryId: sequence.category_id, teamId: request.team_id }),
    configuration,
    serviceTier: structure.contacts.find(({ id }) => id === request.contact_id)?.demo.tier ?? null,
    classifierStamp: 0,
  };
}

/** Later clocks of a metric stand after the earlier ones: the last is the one that counts. */
function latestOfEachMetric(clocks: readonly Row<"sla_clock">[]): Row<"sla_clock">[] {
  return clocks.filter(({ metric }, index) => !clocks.slice(index + 1).some((later) => later.metric === metric));
}

function partiesNow(ledger: Ledger, structure: Structure, interactionId: string): CurrentParty[] {
  return (ledger.partsOfInteraction.get(interactionId) ?? [])
    .filter(({ until_at, declined_at }) => until_at === null && declined_at === null)
    .map(({ party_id, role, from_at }) => ({ id: party_id, kind: kindOf(party_id, role, structure), role, from_at }));
}

function kindOf(partyId: string, role: CurrentParty["role"], structure: Structure): CurrentParty["kind"] {
  if (role === "customer") return "contact";
  if (partyId === structure.organization.id) return "organization";
  return structure.configuration.teams.has(partyId) ? "team" : "rep";
}
