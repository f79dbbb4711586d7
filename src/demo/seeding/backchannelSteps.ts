import { subjectOf } from "@/domain/request/subjectOf";
import { newParticipation } from "@/server/conversation/changes/newParticipation";
import type { Entry, Post } from "@/server/writer/changes";
import type { Scenario } from "../texts/scenario";
import { newObject } from "./constructRows";
import { commitAt, type Desk, loadAt, newRowId, presentAt, readAll } from "./desk";
import { known, type Row } from "./ledger";
import { partiesIn } from "./partiesIn";
import type { Story } from "./story";
import type { SeededRep } from "./structure";

/** How often a whole team is asked instead of one of its members, and how often the customer's words go along. */
const TEAM_ASKED_SHARE = 0.6;
const EXCERPT_SHARE = 0.35;

type Invitee = { readonly id: string; readonly name: string };

/** The rep asks inside (`openBackchannel` in server/commands): a team or one of its members is invited. */
export function askInside(desk: Desk, story: Story, sequenceId: string): void {
  const { backchannel } = story.scenario;
  const { request, interaction: parent } = loadAt(desk, sequenceId);
  const rep = desk.reps.get(request.assigned_to_id ?? "");
  if (!backchannel || !rep) return;
  const invitee = inviteeOf(desk, backchannel, rep);
  if (!invitee) return;
  const at = presentAt(desk);
  const id = newRowId(desk);
  const interaction = { id, organization_id: parent.organization_id };
  const question = story.fill(backchannel.question);
  const { conversation_id } = parent;
  const part = { interaction, invitedAt: at, invitedById: rep.id, note: question };
  commitAt(desk, {
    interaction: [
      backchannelRow(
        { id, conversation_id, sequence_id: sequenceId, parent_id: parent.id },
        rep.id,
        subjectOf(question),
        parent,
        at,
      ),
    ],
    participation: [
      newParticipation({ id: newRowId(desk), interaction, partyId: rep.id, role: "member", fromAt: at }),
      newParticipation({ ...part, id: newRowId(desk), partyId: invitee.id, role: "specialist", fromAt: null }),
    ],
    posts: [...excerpt(desk, rep, id, parent.id), insidePost(desk, rep, id, question)],
    entries: [rep.id, invitee.id].map((list): Entry => ({ list, kind: "interaction", interaction_id: id })),
  });
  readAll(desk, rep.id, id);
  story.backchannelId = id;
}

/** Somebody accepts the invitation, their own or their team's (`answerInvitation` in server/commands). */
export function acceptInvitation(desk: Desk, { backchannelId }: Story): void {
  if (backchannelId === null) return;
  const parts = desk.ledger.partsOfInteraction.get(backchannelId) ?? [];
  const invitation = parts.find(({ from_at, until_at }) => from_at === null && until_at === null);
  const present = partiesIn(desk.ledger, backchannelId).map(({ party_id }) => party_id);
  if (!invitation) return;
  const specialistId = accepterOf(desk, invitation, present);
  const isOwn = specialistId === invitation.party_id;
  const told = (list: string): Entry => ({ list, kind: "interaction", interaction_id: backchannelId });
  const gone: Entry = { list: invitation.party_id, kind: "hidden", interaction_id: backchannelId, sequence_id: null };
  const { after_ordinal } = invitation;
  const accepted_at = presentAt(desk);
  commitAt(desk, {
    ...(isOwn
      ? { answerInvitation: [{ id: invitation.id, accepted_at, declined_at: null, decline_reason: null }] }
      : joinedForTeam(desk, invitation, specialistId)),
    entries: [
      ...(isOwn ? [] : [gone]),
      ...present.map(told),
      told(specialistId),
      { list: specialistId, kind: "history", interaction_id: backchannelId, after_ordinal },
    ],
  });
  readAll(desk, specialistId, backchannelId);
}

/** Whoever accepted answers; the rep who asked reads it. */
export function answerInside(desk: Desk, { backchannelId }: Story, text: string): void {
  if (backchannelId === null) return;
  const parties = partiesIn(desk.ledger, backchannelId);
  const specialist = desk.reps.get(parties.find(({ role }) => role === "specialist")?.party_id ?? "");
  if (!specialist) return;
  commitAt(desk, { posts: [insidePost(desk, specialist, backchannelId, text)] });
  readAll(desk, specialist.id, backchannelId);
}

/** The rep who asked reads what was answered inside. */
export function readInside(desk: Desk, { backchannelId }: Story): void {
  if (backchannelId === null) return;
  const opener = known(desk.ledger.interactions, backchannelId).opened_by_id;
  readAll(desk, opener, backchannelId);
}

function inviteeOf(desk: Desk, { teamKey }: NonNullable<Scenario["backchannel"]>, rep: SeededRep): Invitee | null {
  const { teamIds, configuration } = desk.structure;
  const teamId = known(teamIds, teamKey);
  const members = membersOf(desk, teamId, [rep.id]);
  if (members.length === 0) return null;
  if (desk.random.chance(TEAM_ASKED_SHARE)) return { id: teamId, name: configuration.teams.get(teamId)?.name ?? "" };
  const member = desk.random.pick(members);
  return { id: member.id, name: member.demo.name };
}

/** The members of a team, ordinary ones where there are any: supervisors have other things to do. */
function membersOf(desk: Desk, teamId: string, exceptIds: readonly string[]): SeededRep[] {
  const members = desk.structure.reps.filter(({ id, teamIds }) => teamIds.includes(teamId) && !exceptIds.includes(id));
  const ordinary = members.filter(({ demo }) => demo.role === "rep");
  return ordinary.length > 0 ? ordinary : members;
}

function accepterOf(desk: Desk, { party_id }: Row<"participation">, presentIds: readonly string[]): string {
  if (desk.reps.has(party_id)) return party_id;
  return desk.random.pick(membersOf(desk, party_id, presentIds)).id;
}

function joinedForTeam(desk: Desk, invitation: Row<"participation">, specialistId: string) {
  const { interaction_id, organization_id, party_id, role, after_ordinal, invited_by_id } = invitation;
  return {
    leave: [{ interaction_id, party_id, removed_by_id: null }],
    participation: [
      newParticipation({
        id: newRowId(desk),
        interaction: { id: interaction_id, organization_id },
        partyId: specialistId,
        role,
        fromAt: presentAt(desk),
        afterOrdinal: after_ordinal,
        invitedAt: presentAt(desk),
        ...(invited_by_id === null ? {} : { invitedById: invited_by_id }),
      }),
    ],
  };
}

function backchannelRow(
  ids: Pick<Row<"interaction">, "id" | "conversation_id" | "sequence_id" | "parent_id">,
  openerId: string,
  name: string,
  parent: Pick<Row<"interaction">, "organization_id">,
  at: Date,
): Row<"interaction"> {
  return {
    ...newObject(parent.organization_id, at),
    ...ids,
    origin_sequence_id: null,
    audience: "internal",
    opened_by_id: openerId,
    name,
    category_id: null,
    opened_outside_at: null,
    last_ordinal: 0,
    last_message_at: null,
  };
}

/** The customer's first words as a frozen copy, without their name (P4). */
function excerpt(desk: Desk, rep: SeededRep, interactionId: string, parentId: string): Post[] {
  const [first] = desk.ledger.messagesOfInteraction.get(parentId) ?? [];
  if (!first || !desk.random.chance(EXCERPT_SHARE)) return [];
  const line = { authorName: null, isCustomer: true, body: first.body, sentAt: first.sent_at };
  const id = newRowId(desk);
  const content = { customerName: null, lines: [line] };
  return [{ ...insidePost(desk, rep, interactionId, ""), id, client_id: id, kind: "excerpt", content }];
}

function insidePost(desk: Desk, author: SeededRep, interactionId: string, body: string): Post {
  return {
    id: newRowId(desk),
    interaction_id: interactionId,
    author_id: author.id,
    alias_name: author.demo.name,
    alias_picture: null,
    kind: "text",
    carrier: "web_chat",
    body,
    client_id: newRowId(desk),
  };
}
