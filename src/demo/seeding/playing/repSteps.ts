import type { SequenceState } from "@/domain/request/sequenceState";
import { markRead } from "@/server/conversation/commands/markRead";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { changeSequenceTags, renameSequence, setSequenceCategory } from "@/server/request/commands/changeSequence";
import { escalateRequest } from "@/server/request/commands/escalateRequest";
import { setSequenceState } from "@/server/request/commands/setSequenceState";
import { takeRequest } from "@/server/request/commands/takeRequest";
import { known } from "../founding/rows";
import type { SeededRep } from "../founding/structure";
import type { Story } from "../stories/story";
import { readAsCustomer } from "./customerSteps";
import type { Desk } from "./desk";
import { povOfRep } from "./povs";
import type { StoryRequest } from "./storyRequest";

/** The share of replies that the customer reads at once, on the open page. */
const READ_AT_ONCE_SHARE = 0.85;
/** An ordinal beyond the last message of any interaction. */
export const READ_ALL = 1_000_000;

/** A request that is assigned to a rep. */
export type Assigned = StoryRequest & { readonly rep: SeededRep };

/** The rep reads all messages. The first look is the pick-up. */
export async function look(desk: Desk, { rep, interactionId }: Assigned): Promise<void> {
  await markRead(povOfRep(desk, rep), { interactionId, ordinal: READ_ALL }, desk.deps);
}

/** The rep sets the subject, the tags and, where the rules were wrong, the category of a request (O11). */
export async function tidy(desk: Desk, story: Story, request: Assigned): Promise<void> {
  const { deps, structure } = desk;
  const { rep, sequenceId } = request;
  const pov = povOfRep(desk, rep);
  await renameSequence(pov, { sequenceId, subject: story.fill(story.scenario.subject), seen: request.subject }, deps);
  if (story.scenario.tags.length > 0) {
    await changeSequenceTags(pov, { sequenceId, add: [...story.scenario.tags], remove: [] }, deps);
  }
  const categoryId = known(structure.categoryIds, story.scenario.categoryKey);
  if (categoryId === request.categoryId) return;
  await setSequenceCategory(pov, { sequenceId, categoryId, seen: request.categoryId }, deps);
}

/** A member sets the category of a request that waits for no team (R8). */
export async function sortAsMember(
  desk: Desk,
  story: Story,
  { sequenceId, categoryId: seen }: StoryRequest,
): Promise<void> {
  const { structure, random, deps } = desk;
  const categoryId = known(structure.categoryIds, story.scenario.categoryKey);
  await setSequenceCategory(povOfRep(desk, random.pick(structure.reps)), { sequenceId, categoryId, seen }, deps);
}

/** The rep replies to the customer, and may set the state in the same commit. */
export async function reply(
  desk: Desk,
  story: Story,
  request: Assigned,
  { body, thenState }: { body: string; thenState: SequenceState | undefined },
): Promise<void> {
  const { deps, random } = desk;
  const { rep, interactionId } = request;
  if (story.steps[story.next - 1]?.kind === "write") await look(desk, request);
  const message = { interactionId, clientId: deps.newId(), body, expectedAudience: "customer" as const };
  await postMessage(povOfRep(desk, rep), thenState === undefined ? message : { ...message, thenState }, deps);
  if (random.chance(READ_AT_ONCE_SHARE)) await readAsCustomer(desk, story, request);
}

/** The rep closes the request, which frees capacity, measures pace and asks for a rating (R15). */
export async function close(desk: Desk, { rep, sequenceId, sequenceState: seen }: Assigned): Promise<void> {
  await setSequenceState(povOfRep(desk, rep), { sequenceId, state: "closed", seen }, desk.deps);
}

/** The rep escalates while no supervisor is available: the rep keeps the request, and the board shows it (O8, R16). */
export async function escalate(desk: Desk, { rep, sequenceId }: Assigned, reason: string): Promise<void> {
  await escalateRequest(povOfRep(desk, rep), { sequenceId, reason }, desk.deps);
}

/** A rep of its team with free capacity takes a live request from the queue, if there is one. */
export async function takeByHand(desk: Desk, { onDuty }: Story, { sequenceId, teamId }: StoryRequest): Promise<void> {
  const onlyId = typeof onDuty === "string" ? null : onDuty.repId;
  const { rows } = await desk.deps.pool.query<{ rep_id: string }>({
    name: "demo_with_room",
    text: `select l.rep_id from team_member tm join rep_load l on l.rep_id = tm.rep_id
      where tm.team_id = $1 and tm.until_at is null and l.used < l.capacity and l.rep_id = coalesce($2, l.rep_id)
      order by l.used::float / l.capacity, l.rep_id limit 1`,
    values: [teamId, onlyId],
  });
  const rep = desk.reps.get(rows[0]?.rep_id ?? "");
  if (rep) await takeRequest(povOfRep(desk, rep), sequenceId, desk.deps);
}
