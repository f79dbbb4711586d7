import { z } from "zod";
import { SEQUENCE_STATES } from "@/domain/request/sequenceState";
import { writtenText } from "@/domain/text/inputText";
import { MEMBER_MESSAGE_LENGTH_MAX, MESSAGES_ASKED_MAX } from "./limits";
import { unverifiedId } from "./unverifiedId";

export const OfInteraction = z.object({ interactionId: unverifiedId("interaction") });
export type OfInteraction = z.infer<typeof OfInteraction>;

export const MessagesAsked = OfInteraction.extend({
  beforeOrdinal: z.int().positive().optional(),
  limit: z.int().min(1).max(MESSAGES_ASKED_MAX).optional(),
});
export type MessagesAsked = z.infer<typeof MessagesAsked>;

export const PostMessage = OfInteraction.extend({
  clientId: z.uuid(),
  body: writtenText(MEMBER_MESSAGE_LENGTH_MAX),
  /**
   * The audience that the author sees on the screen. A mismatch is refused, so that no message goes to the wrong side.
   */
  expectedAudience: z.enum(["customer", "internal"]),
  thenState: z.enum(SEQUENCE_STATES).optional(),
});
export type PostMessage = z.infer<typeof PostMessage>;

export const RemoveMessage = z.object({ messageId: unverifiedId("message") });
export type RemoveMessage = z.infer<typeof RemoveMessage>;

export const EditMessage = RemoveMessage.extend({ body: writtenText(MEMBER_MESSAGE_LENGTH_MAX) });
export type EditMessage = z.infer<typeof EditMessage>;

export const MarkRead = OfInteraction.extend({ ordinal: z.int().min(0) });
export type MarkRead = z.infer<typeof MarkRead>;
