import type { Ledger, Row } from "./ledger";

/** Who takes part in an interaction now; invitations that wait for an answer are left out. */
export function partiesIn(ledger: Ledger, interactionId: string): Row<"participation">[] {
  return (ledger.partsOfInteraction.get(interactionId) ?? []).filter(
    ({ from_at, until_at, declined_at }) => from_at !== null && until_at === null && declined_at === null,
  );
}
