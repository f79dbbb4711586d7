import type { Deps } from "../../deps";
import { takesPartNow } from "../../pov/takesPartNow";
import type { PartOfChanges } from "../../writer/changes";
import { composePart } from "../../writer/composeChanges";
import type { LoadedRequest } from "../load/loadRequest";
import type { Parting } from "./partingMessages";

type Backchannel = {
  id: string;
  parentId: string;
  startedAt: Date;
  /** When the messages were written that it shares. */
  sharedAt: string[];
  partyIds: string[];
};

/** Where backchannels move to: a sequence, and its customer-facing interaction. */
type Target = { sequenceId: string; interactionId: string };

/**
 * Moves the backchannels that belong to the parted messages, with all that nest in them: those that share only these
 * messages; and, if the rest of the sequence is over, those that share nothing and were opened since. All others stay.
 */
export async function partingBackchannels(
  loaded: LoadedRequest,
  { moved, ending }: Parting,
  to: Target,
  deps: Deps,
): Promise<PartOfChanges> {
  const all = await backchannelsOf(loaded, deps);
  const movedAt = new Set(moved.map(({ sentAt }) => sentAt.getTime()));
  const [{ sentAt: fromAt }] = moved;
  const going = all.filter(({ parentId, sharedAt, startedAt }) => {
    if (parentId !== loaded.interaction.id) return false;
    if (sharedAt.length === 0) return ending !== null && startedAt >= fromAt;
    return sharedAt.every((at) => movedAt.has(Date.parse(at)));
  });
  return movedTo(loaded, all, going, to);
}

/** Moves all backchannels of a sequence that becomes part of another one. */
export async function returningBackchannels(loaded: LoadedRequest, to: Target, deps: Deps) {
  const all = await backchannelsOf(loaded, deps);
  return movedTo(
    loaded,
    all,
    all.filter(({ parentId }) => parentId === loaded.interaction.id),
    to,
  );
}

/** Only parties of the customer-facing interaction are told. For those in a backchannel alone nothing changes (P4). */
function movedTo(
  { parties }: LoadedRequest,
  all: readonly Backchannel[],
  going: readonly Backchannel[],
  { sequenceId, interactionId }: Target,
): PartOfChanges {
  const nested = (ids: readonly string[]): readonly Backchannel[] => {
    const below = all.filter(({ parentId }) => ids.includes(parentId));
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

/** The backchannels of a sequence, with the present participants of each. */
async function backchannelsOf({ request }: LoadedRequest, { pool }: Deps): Promise<Backchannel[]> {
  const { rows } = await pool.query<Backchannel>(
    `select i.id, i.parent_id as "parentId", i.started_at as "startedAt",
       array(select line ->> 'sentAt' from message e, jsonb_array_elements(e.content -> 'lines') line
         where e.interaction_id = i.id and e.kind = 'excerpt' and e.sent_at = i.started_at) as "sharedAt",
       array(select p.party_id from participation p where p.interaction_id = i.id and ${takesPartNow("p")}) as "partyIds"
     from interaction i where i.sequence_id = $1 and i.parent_id is not null order by i.started_at, i.id`,
    [request.sequence_id],
  );
  return rows;
}
