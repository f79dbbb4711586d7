import { z } from "zod";
import { optionalLine, optionalText, writtenText } from "@/domain/text/inputText";
import { MEMBER_BODY_LENGTH_MAX, OfInteraction } from "./conversation";
import { unverifiedId } from "./unverifiedId";

const INVITED_AT_ONCE_MAX = 20;
const SHARED_AT_ONCE_MAX = 50;
const NAME_LENGTH_MAX = 120;
const REASON_LENGTH_MAX = 500;

export const OpenBackchannel = z.object({
  parentId: unverifiedId("interaction"),
  clientId: z.uuid(),
  name: optionalLine(NAME_LENGTH_MAX).optional(),
  question: writtenText(MEMBER_BODY_LENGTH_MAX),
  teamIds: z.array(unverifiedId("team")).max(INVITED_AT_ONCE_MAX),
  repIds: z.array(unverifiedId("rep")).max(INVITED_AT_ONCE_MAX),
  /** Null or absent: inherited from the parent, and not shown to those who cannot see the parent (P4). */
  categoryId: unverifiedId("category").nullable().optional(),
  /** Messages of the parent that are shared on purpose, as a frozen copy (P4). */
  sharedMessageIds: z.array(unverifiedId("message")).max(SHARED_AT_ONCE_MAX),
  sharesCustomerName: z.boolean(),
});
export type OpenBackchannel = z.infer<typeof OpenBackchannel>;

export const InviteParty = OfInteraction.extend({
  partyId: unverifiedId("rep"),
  /** "now": what is said from then on; "start": also what was said before, as far as the inviter sees it (P2). */
  showFrom: z.enum(["now", "start"]),
});
export type InviteParty = z.infer<typeof InviteParty>;

export const AnswerInvitation = OfInteraction.extend({
  accepts: z.boolean(),
  reason: optionalText(REASON_LENGTH_MAX).optional(),
});
export type AnswerInvitation = z.infer<typeof AnswerInvitation>;

export const RemoveParticipant = OfInteraction.extend({ partyId: unverifiedId("rep") });
export type RemoveParticipant = z.infer<typeof RemoveParticipant>;
