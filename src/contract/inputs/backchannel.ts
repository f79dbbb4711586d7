import { z } from "zod";
import { optionalLine, optionalText, writtenText } from "@/domain/text/inputText";
import { OfInteraction } from "./conversation";
import {
  BACKCHANNEL_NAME_LENGTH_MAX,
  DECLINE_REASON_LENGTH_MAX,
  EXCERPT_MESSAGES_MAX,
  INVITED_AT_ONCE_MAX,
  MEMBER_MESSAGE_LENGTH_MAX,
} from "./limits";
import { unverifiedId } from "./unverifiedId";

export const OpenBackchannel = z.object({
  parentId: unverifiedId("interaction"),
  clientId: z.uuid(),
  name: optionalLine(BACKCHANNEL_NAME_LENGTH_MAX).optional(),
  question: writtenText(MEMBER_MESSAGE_LENGTH_MAX),
  teamIds: z.array(unverifiedId("team")).max(INVITED_AT_ONCE_MAX),
  repIds: z.array(unverifiedId("rep")).max(INVITED_AT_ONCE_MAX),
  /** Null or absent: inherited from the parent, and hidden from parties that cannot see the parent (P4). */
  categoryId: unverifiedId("category").nullable().optional(),
  /** The messages of the parent to share, as a frozen copy (P4). */
  sharedMessageIds: z.array(unverifiedId("message")).max(EXCERPT_MESSAGES_MAX),
  sharesCustomerName: z.boolean(),
});
export type OpenBackchannel = z.infer<typeof OpenBackchannel>;

export const InviteParty = OfInteraction.extend({
  partyId: unverifiedId("rep"),
  /** "now" shows only later messages; "start" also shows earlier ones that the inviter sees (P2). */
  showFrom: z.enum(["now", "start"]),
});
export type InviteParty = z.infer<typeof InviteParty>;

export const AnswerInvitation = OfInteraction.extend({
  accepts: z.boolean(),
  reason: optionalText(DECLINE_REASON_LENGTH_MAX).optional(),
});
export type AnswerInvitation = z.infer<typeof AnswerInvitation>;

export const RemoveParticipant = OfInteraction.extend({ partyId: unverifiedId("rep") });
export type RemoveParticipant = z.infer<typeof RemoveParticipant>;
