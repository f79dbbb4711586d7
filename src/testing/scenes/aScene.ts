import { answerInvitation } from "@/server/backchannel/commands/answerInvitation";
import { openBackchannel } from "@/server/backchannel/commands/openBackchannel";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { postAsCustomer } from "@/server/customer/commands/postAsCustomer";
import type { Deps } from "@/server/deps";
import { anOrganization } from "./anOrganization";
import { aRequest } from "./aRequest";

/** An organization with a person for every part that one can have in a request. */
export function aStage(slug: string, deps: Deps) {
  return anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {}, law: { isSpecialist: true } },
      categories: { card: { team: "cards", keywords: ["card"] }, loan: { team: "loans", keywords: ["loan"] } },
      reps: {
        rep: { teams: ["cards"], capacity: 5_000 },
        colleague: { teams: ["cards"], capacity: 5_000, availability: "busy" },
        otherTeamRep: { teams: ["loans"], capacity: 5_000 },
        specialist: { teams: ["law"], capacity: 5_000 },
        invitee: { teams: ["law"], capacity: 5_000 },
        supervisor: {
          role: "supervisor",
          teams: ["cards"],
          supervises: ["cards"],
          capacity: 5_000,
          availability: "busy",
        },
        administrator: { role: "administrator", capacity: 5_000 },
      },
      budgetsMs: { first_reply: 3_600_000 },
    },
    deps,
  );
}
export type Stage = Awaited<ReturnType<typeof aStage>>;

/** Ids as a caller may write them, of a scene or of nothing. */
export type SceneIds = {
  widgetKey: string;
  sequenceId: string;
  interactionId: string;
  /** The backchannel below it, with a specialist who joined and an invited one who has not answered. */
  backchannelId: string;
  /** The rep's message to the customer. */
  messageId: string;
  /** The rep's message to the specialist. */
  questionId: string;
  contactId: string;
  repId: string;
  specialistId: string;
  colleagueId: string;
  teamId: string;
  categoryId: string;
  sealedCategoryId: string;
  ratingId: string;
  /** The id of a message in the form that the customer has. */
  sealedMessageId: string;
};

export type Scene = { ids: SceneIds; token: string };

/** A request of a rep that was closed, can be rated and was reopened, with a backchannel below it. */
export async function aScene(stage: Stage, deps: Deps): Promise<Scene> {
  const request = await aRequest(stage, { body: "My card" }, deps);
  const { interactionId, contactId, sequenceId } = request;
  const { pov } = await stage.viewer("rep");
  const reply = { interactionId, clientId: deps.newId(), body: "Done", expectedAudience: "customer" as const };
  const { messageId } = await postMessage(pov, { ...reply, thenState: "closed" }, deps);
  await postAsCustomer(contactId, { clientId: deps.newId(), body: "Not quite", categoryId: null }, deps);
  const backchannel = await openBackchannel(
    pov,
    {
      parentId: interactionId,
      clientId: deps.newId(),
      question: "What now?",
      teamIds: [],
      repIds: [stage.reps.specialist.id, stage.reps.invitee.id],
      sharedMessageIds: [],
      sharesCustomerName: false,
    },
    deps,
  );
  const specialist = await stage.viewer("specialist");
  await answerInvitation(specialist.pov, { interactionId: backchannel.interactionId, accepts: true }, deps);
  const ids: SceneIds = {
    widgetKey: stage.widgetKey,
    sequenceId,
    interactionId,
    backchannelId: backchannel.interactionId,
    messageId,
    questionId: await questionIn(backchannel.interactionId, deps),
    contactId,
    repId: stage.reps.rep.id,
    specialistId: stage.reps.specialist.id,
    colleagueId: stage.reps.colleague.id,
    teamId: stage.teams.loans,
    categoryId: stage.categories.card,
    sealedCategoryId: deps.sealIds.seal(stage.categories.card, stage.widgetKey),
    ratingId: deps.sealIds.seal(sequenceId, contactId),
    sealedMessageId: deps.sealIds.seal(request.messageId, contactId),
  };
  return { ids, token: request.token };
}

async function questionIn(interactionId: string, { db }: Deps): Promise<string> {
  const question = await db
    .selectFrom("message")
    .select("id")
    .where("interaction_id", "=", interactionId)
    .executeTakeFirstOrThrow();
  return question.id;
}

/** Ids of nothing. */
export function missingIds({ newId, sealIds }: Deps): SceneIds {
  return {
    widgetKey: "pk_none",
    sequenceId: newId(),
    interactionId: newId(),
    backchannelId: newId(),
    messageId: newId(),
    questionId: newId(),
    contactId: newId(),
    repId: newId(),
    specialistId: newId(),
    colleagueId: newId(),
    teamId: newId(),
    categoryId: newId(),
    sealedCategoryId: sealIds.seal(newId(), newId()),
    ratingId: sealIds.seal(newId(), newId()),
    sealedMessageId: sealIds.seal(newId(), newId()),
  };
}
