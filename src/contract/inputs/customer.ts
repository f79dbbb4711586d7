import { z } from "zod";
import { codeText, optionalText, writtenText } from "@/domain/text/inputText";
import { CUSTOMER_MESSAGE_LENGTH_MAX, RATING_COMMENT_LENGTH_MAX, RATING_SCORES, WIDGET_KEY_LENGTH_MAX } from "./limits";

/** The public key of a widget. */
export const WidgetKey = codeText(WIDGET_KEY_LENGTH_MAX, /^[\w-]+$/);

export const OfWidget = z.object({ key: WidgetKey });

/** The key with which a browser begins a visit: 256 random bits. Tabs that begin at the same time share it. */
export const VisitKey = codeText(43, /^[\w-]{43}$/);

/** Customers receive and send only sealed ids. The server can open one only for the customer it was made for. */
const SealedId = codeText(22, /^[\w-]{22}$/);

export const BeginVisit = OfWidget.extend({ visitKey: VisitKey.optional() });

export const ConversationAsked = z.object({ before: SealedId.optional() });
export type ConversationAsked = z.infer<typeof ConversationAsked>;

export const PostAsCustomer = z.object({
  clientId: z.uuid(),
  body: writtenText(CUSTOMER_MESSAGE_LENGTH_MAX),
  categoryId: SealedId.nullish(),
  /** The customer says that this is about something other than what they wrote about before (C1). */
  isSomethingElse: z.boolean().optional(),
});
export type PostAsCustomer = z.infer<typeof PostAsCustomer>;

/** Null is "something else": the message that follows decides. */
export const PickCategory = z.object({ categoryId: SealedId.nullable() });

export const RateRequest = z.object({
  ratingId: SealedId,
  score: z.int().min(RATING_SCORES[0]).max(RATING_SCORES.length),
  comment: optionalText(RATING_COMMENT_LENGTH_MAX).nullish(),
});
export type RateRequest = z.infer<typeof RateRequest>;
