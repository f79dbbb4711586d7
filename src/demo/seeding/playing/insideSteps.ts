import { answerInvitation } from "@/server/backchannel/commands/answerInvitation";
import { openBackchannel } from "@/server/backchannel/commands/openBackchannel";
import { markRead } from "@/server/conversation/commands/markRead";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { known } from "../founding/rows";
import type { SeededRep } from "../founding/structure";
import type { Story } from "../stories/story";
import type { Desk } from "./desk";
import { povOfRep } from "./povs";
import { type Assigned, READ_ALL } from "./repSteps";

/** How often a whole team is invited instead of one member, and how often the customer's message is shared. */
const TEAM_ASKED_SHARE = 0.6;
const EXCERPT_SHARE = 0.35;

/** The rep opens a backchannel (O3) and invites a team or one of its members. */
export async function askInside(desk: Desk, story: Story, { rep, interactionId: parentId }: Assigned): Promise<void> {
  const { backchannel } = story.scenario;
  if (!backchannel) return;
  const { structure, random, deps } = desk;
  const teamId = known(structure.teamIds, backchannel.teamKey);
  const members = membersOf(desk, teamId, rep);
  if (members.length === 0) return;
  const invited = random.chance(TEAM_ASKED_SHARE) ? null : random.pick(members);
  const isShared = random.chance(EXCERPT_SHARE);
  const { interactionId } = await openBackchannel(
    povOfRep(desk, rep),
    {
      parentId,
      clientId: deps.newId(),
      question: story.fill(backchannel.question),
      teamIds: invited === null ? [teamId] : [],
      repIds: invited === null ? [] : [invited.id],
      sharedMessageIds: isShared ? await firstMessageOf(parentId, desk) : [],
      sharesCustomerName: false,
    },
    deps,
  );
  story.inside = { interactionId, asker: rep, specialist: invited ?? random.pick(members), hasNews: false };
}

/** The specialist accepts the invitation, their own or their team's (O5), and reads the backchannel. */
export async function acceptInside(desk: Desk, { inside }: Story): Promise<void> {
  if (inside === null) return;
  const { interactionId, specialist } = inside;
  const pov = povOfRep(desk, specialist);
  await answerInvitation(pov, { interactionId, accepts: true }, desk.deps);
  await markRead(pov, { interactionId, ordinal: READ_ALL }, desk.deps);
}

/** The specialist who accepted answers in the backchannel. */
export async function answerInside(desk: Desk, { inside }: Story, body: string): Promise<void> {
  if (inside === null) return;
  const { deps } = desk;
  const { interactionId, specialist } = inside;
  const message = { interactionId, clientId: deps.newId(), body, expectedAudience: "internal" as const };
  await postMessage(povOfRep(desk, specialist), message, deps);
  inside.hasNews = true;
}

/** The rep who asked reads the answers in the backchannel. */
export async function readInside(desk: Desk, { inside }: Story): Promise<void> {
  if (!inside?.hasNews) return;
  const { interactionId, asker } = inside;
  await markRead(povOfRep(desk, asker), { interactionId, ordinal: READ_ALL }, desk.deps);
  inside.hasNews = false;
}

/** The other members of a team: its ordinary reps, or its supervisors where there are no others. */
function membersOf(desk: Desk, teamId: string, except: SeededRep): SeededRep[] {
  const members = desk.structure.reps.filter(({ id, teamIds }) => teamIds.includes(teamId) && id !== except.id);
  const ordinary = members.filter(({ demo }) => demo.role === "rep");
  return ordinary.length > 0 ? ordinary : members;
}

/** The customer's first message, to be shared as a frozen copy without their name (P4). Empty if there is none. */
async function firstMessageOf(interactionId: string, { deps }: Desk): Promise<string[]> {
  const first = await deps.db
    .selectFrom("message")
    .select("id")
    .where("interaction_id", "=", interactionId)
    .where("ordinal", "=", 1)
    .executeTakeFirst();
  return first ? [first.id] : [];
}
