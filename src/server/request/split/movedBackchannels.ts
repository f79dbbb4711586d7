import type { Deps } from "../../deps";
import { takesPartNow } from "../../pov/takesPartNow";
import type { PartOfChanges } from "../../writer/changes";
import { composePart } from "../../writer/composeChanges";
import type { LoadedRequest } from "../load/loadRequest";
import type { Parting } from "./partingMessages";

type Aside = {
  id: string;
  parentId: string;
  startedAt: Date;
  /** When the messages were written that were shared as it was opened. */
  sharedAt: string[];
  partyIds: string[];
};

/** Where backchannels belong by now: a sequence, and its customer-facing interaction. */
type Target = { sequenceId: string; interactionId: string };

/**
 * The backchannels that go with parted words, and all that nest in them: those that were opened from these words alone,
 * and, where the rest is over, those that shared nothing and were opened since. All others stay.
 */
export async function partingBackchannels(
  loaded: LoadedRequest,
  { moved, ending }: Parting,
  to: Target,
  deps: Deps,
): Promise<PartOfChanges> {
  const asides = await asidesOf(loaded, deps);
  const movedAt = new Set(moved.map(({ sentAt }) => sentAt.getTime()));
  const [{ sentAt: fromAt }] = moved;
  const going = asides.filter(({ parentId, sharedAt, startedAt }) => {
    if (parentId !== loaded.interaction.id) return false;
    if (sharedAt.length === 0) return ending !== null && startedAt >= fromAt;
    return sharedAt.every((at) => movedAt.has(Date.parse(at)));
  });
  return movedTo(loaded, asides, going, to);
}

/** All backchannels of a matter that becomes part of another one. */
export async function returningBackchannels(loaded: LoadedRequest, to: Target, deps: Deps) {
  const asides = await asidesOf(loaded, deps);
  return movedTo(
    loaded,
    asides,
    asides.filter(({ parentId }) => parentId === loaded.interaction.id),
    to,
  );
}

/** Who is only in a backchannel hears nothing of it: to them nothing changes (P4). */
function movedTo(
  { parties }: LoadedRequest,
  asides: readonly Aside[],
  going: readonly Aside[],
  { sequenceId, interactionId }: Target,
): PartOfChanges {
  const nested = (ids: readonly string[]): readonly Aside[] => {
    const below = asides.filter(({ parentId }) => ids.includes(parentId));
    return below.length === 0 ? [] : [...below, ...nested(below.map(({ id }) => id))];
  };
  const deeper = nested(going.map(({ id }) => id));
  if (going.length === 0) return composePart();
  return composePart({
    patchInteraction: [
      ...going.map(({ id }) => ({ id, sequence_id: sequenceId, parent_id: interactionId })),
      ...deeper.map(({ id }) => ({ id, sequence_id: sequenceId })),
    ],
    entries: [...going, ...deeper].flatMap(({ id, partyIds }) =>
      parties
        .filter((party) => party.from_at !== null && partyIds.includes(party.id))
        .map((party) => ({ list: party.id, kind: "interaction" as const, interaction_id: id })),
    ),
  });
}

/** The backchannels of a matter, and who takes part in each now. */
async function asidesOf({ request }: LoadedRequest, { pool }: Deps): Promise<Aside[]> {
  const { rows } = await pool.query<Aside>(
    `select i.id, i.parent_id as "parentId", i.started_at as "startedAt",
       array(select line ->> 'sentAt' from message e, jsonb_array_elements(e.content -> 'lines') line
         where e.interaction_id = i.id and e.kind = 'excerpt' and e.sent_at = i.started_at) as "sharedAt",
       array(select p.party_id from participation p where p.interaction_id = i.id and ${takesPartNow("p")}) as "partyIds"
     from interaction i where i.sequence_id = $1 and i.parent_id is not null order by i.started_at, i.id`,
    [request.sequence_id],
  );
  return rows;
}
