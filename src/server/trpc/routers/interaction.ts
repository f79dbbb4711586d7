import { AnswerInvitation, InviteParty, OpenBackchannel, RemoveParticipant } from "@/contract/inputs/backchannel";
import {
  EditMessage,
  MarkRead,
  MessagesAsked,
  OfInteraction,
  PostMessage,
  RemoveMessage,
} from "@/contract/inputs/conversation";
import { answerInvitation } from "../../backchannel/commands/answerInvitation";
import { endBackchannel, reopenBackchannel } from "../../backchannel/commands/endBackchannel";
import { inviteParty } from "../../backchannel/commands/inviteParty";
import { openBackchannel } from "../../backchannel/commands/openBackchannel";
import { removeParticipant } from "../../backchannel/commands/removeParticipant";
import { editMessage, removeMessage } from "../../conversation/commands/editMessage";
import { markRead } from "../../conversation/commands/markRead";
import { postMessage } from "../../conversation/commands/postMessage";
import { showTyping } from "../../conversation/commands/showTyping";
import { interactionView } from "../../conversation/queries/interactionViews";
import { messagePage } from "../../conversation/queries/messagePage";
import { memberProcedure, router } from "../trpc";

export const interactionRouter = router({
  get: memberProcedure
    .input(OfInteraction)
    .query(({ ctx, input }) => interactionView(ctx.pov, input.interactionId, ctx.deps)),
  messages: memberProcedure.input(MessagesAsked).query(({ ctx, input }) => messagePage(ctx.pov, input, ctx.deps)),
  post: memberProcedure.input(PostMessage).mutation(({ ctx, input }) => postMessage(ctx.pov, input, ctx.deps)),
  edit: memberProcedure.input(EditMessage).mutation(({ ctx, input }) => editMessage(ctx.pov, input, ctx.deps)),
  remove: memberProcedure.input(RemoveMessage).mutation(({ ctx, input }) => removeMessage(ctx.pov, input, ctx.deps)),
  typing: memberProcedure.input(OfInteraction).mutation(({ ctx, input }) => showTyping(ctx.pov, input, ctx.deps)),
  markRead: memberProcedure.input(MarkRead).mutation(({ ctx, input }) => markRead(ctx.pov, input, ctx.deps)),
  /** Opens a backchannel below `parentId`. */
  openBackchannel: memberProcedure
    .input(OpenBackchannel)
    .mutation(({ ctx, input }) => openBackchannel(ctx.pov, input, ctx.deps)),
  endBackchannel: memberProcedure
    .input(OfInteraction)
    .mutation(({ ctx, input }) => endBackchannel(ctx.pov, input, ctx.deps)),
  reopenBackchannel: memberProcedure
    .input(OfInteraction)
    .mutation(({ ctx, input }) => reopenBackchannel(ctx.pov, input, ctx.deps)),
  invite: memberProcedure.input(InviteParty).mutation(({ ctx, input }) => inviteParty(ctx.pov, input, ctx.deps)),
  answerInvitation: memberProcedure
    .input(AnswerInvitation)
    .mutation(({ ctx, input }) => answerInvitation(ctx.pov, input, ctx.deps)),
  removeParticipant: memberProcedure
    .input(RemoveParticipant)
    .mutation(({ ctx, input }) => removeParticipant(ctx.pov, input, ctx.deps)),
  leave: memberProcedure
    .input(OfInteraction)
    .mutation(({ ctx, input }) => removeParticipant(ctx.pov, { ...input, partyId: ctx.pov.partyId }, ctx.deps)),
});
