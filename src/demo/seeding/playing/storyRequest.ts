import type { RequestState } from "@/domain/request/requestFacts";
import type { SequenceState } from "@/domain/request/sequenceState";
import type { SeededRep } from "../founding/structure";
import type { Story } from "../stories/story";
import type { Desk } from "./desk";

/** The present state of a story's request, as its rep and its customer see it on their pages. */
export type StoryRequest = {
  readonly sequenceId: string;
  readonly interactionId: string;
  readonly state: RequestState;
  readonly sequenceState: SequenceState;
  readonly subject: string;
  readonly categoryId: string | null;
  readonly teamId: string | null;
  /** The rep to whom it is assigned; null while it waits and after it has ended. */
  readonly rep: SeededRep | null;
  readonly asksForRating: boolean;
};

type StoryRequestRow = Omit<StoryRequest, "rep"> & { repId: string | null };

/** Reads a story's request; null before the customer's first message. */
export async function requestOf({ sequenceId }: Story, { deps, reps }: Desk): Promise<StoryRequest | null> {
  if (sequenceId === null) return null;
  const query = { name: "demo_story_request", text: STORY_REQUEST, values: [sequenceId] };
  const { rows } = await deps.pool.query<StoryRequestRow>(query);
  const [row] = rows;
  if (!row) throw new Error("The request of a story of the demo is gone.");
  const { repId, ...request } = row;
  return { ...request, rep: (request.state === "assigned" && reps.get(repId ?? "")) || null };
}

const STORY_REQUEST = `
  select r.sequence_id as "sequenceId", r.interaction_id as "interactionId", r.state, s.state as "sequenceState",
    s.subject, s.category_id as "categoryId", r.team_id as "teamId", r.assigned_to_id as "repId",
    exists (select from rating g where g.sequence_id = r.sequence_id) as "asksForRating"
  from request r join sequence s on s.id = r.sequence_id where r.sequence_id = $1`;
