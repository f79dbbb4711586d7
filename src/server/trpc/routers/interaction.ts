import { z } from "zod";
import { EndBackchannel, endBackchannel, reopenBackchannel } from "../../backchannel/commands/endBackchannel";
import { OpenBackchannel, openBackchannel } from "../../backchannel/commands/openBackchannel";
import { AnswerInvitation, answerInvitation, InviteParty, inviteParty } from "../../backchannel/commands/participants";
import { RemoveParticipant, removeParticipant } from "../../backchannel/commands/removeParticipant";
import { EditMessage, editMessage, RemoveMessage, removeMessage } from "../../conversation/commands/editMessage";
import { MarkRead, markRead } from "../../conversation/commands/markRead";
import { PostMessage, postMessage } from "../../conversation/commands/postMessage";
import { ShowTyping, showTyping } from "../../conversation/commands/showTyping";
import { interactionView } from "../../conversation/queries/interactionView";
import { messagePage } from "../../conversation/queries/messagePage";
import { unverifiedId } from "../../pov/unverifiedId";
import { memberProcedure, router } from "../trpc";

const Of = z.object({ interactionId: unverifiedId("interaction") });
const MessagesAsked = Of.extend({
  beforeOrdinal: z.int().positive().optional(),
  limit: z.int().min(1).max(100).optional(),
});

export const interactionRouter = router({
  get: memberProcedure.input(Of).query(({ ctx, input }) => interactionView(ctx.pov, input.interactionId, ctx.deps)),
  messages: memberProcedure.input(MessagesAsked).query(({ ctx, input }) => messagePage(ctx.pov, input, ctx.deps)),
  post: memberProcedure.input(PostMessage).mutation(({ ctx, input }) => postMessage(ctx.pov, input, ctx.deps)),
  edit: memberProcedure.input(EditMessage).mutation(({ ctx, input }) => editMessage(ctx.pov, input, ctx.deps)),
  remove: memberProcedure.input(RemoveMessage).mutation(({ ctx, input }) => removeMessage(ctx.pov, input, ctx.deps)),
  typing: memberProcedure.input(ShowTyping).mutation(({ ctx, input }) => showTyping(ctx.pov, input, ctx.deps)),
  markRead: memberProcedure.input(MarkRead).mutation(({ ctx, input }) => markRead(ctx.pov, input, ctx.deps)),
  /** A backchannel below `parentId`. */
  openBackchannel: memberProcedure
    .input(OpenBackchannel)
    .mutation(({ ctx, input }) => openBackchannel(ctx.pov, input, ctx.deps)),
  endBackchannel: memberProcedure
    .input(EndBackchannel)
    .mutation(({ ctx, input }) => endBackchannel(ctx.pov, input, ctx.deps)),
  reopenBackchannel: memberProcedure
    .input(EndBackchannel)
    .mutation(({ ctx, input }) => reopenBackchannel(ctx.pov, input, ctx.deps)),
  invite: memberProcedure.input(InviteParty).mutation(({ ctx, input }) => inviteParty(ctx.pov, input, ctx.deps)),
  answerInvitation: memberProcedure
    .input(AnswerInvitation)
    .mutation(({ ctx, input }) => answerInvitation(ctx.pov, input, ctx.deps)),
  removeParticipant: memberProcedure
    .input(RemoveParticipant)
    .mutation(({ ctx, input }) => removeParticipant(ctx.pov, input, ctx.deps)),
  leave: memberProcedure
    .input(Of)
    .mutation(({ ctx, input }) => removeParticipant(ctx.pov, { ...input, partyId: ctx.pov.partyId }, ctx.deps)),
});
