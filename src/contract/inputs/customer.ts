import { z } from "zod";
import { codeText, optionalText, writtenText } from "@/domain/text/inputText";
import { CUSTOMER_MESSAGE_LENGTH_MAX, RATING_COMMENT_LENGTH_MAX, RATING_SCORES, WIDGET_KEY_LENGTH_MAX } from "./limits";

/** The public key of a widget. */
export const WidgetKey = codeText(WIDGET_KEY_LENGTH_MAX, /^[\w-]+$/);

export const OfWidget = z.object({ key: WidgetKey });

/** The key by which a browser begins a visit: 256 bits of chance, the same for all its tabs that begin at once. */
export const VisitKey = codeText(43, /^[\w-]{43}$/);

/** Customers are told ids sealed, and tell them so: only the server can open one, for whom it was made. */
const SealedId = codeText(22, /^[\w-]{22}$/);

export const BeginVisit = OfWidget.extend({ visitKey: VisitKey.optional() });

export const ConversationAsked = z.object({ before: SealedId.optional() });
export type ConversationAsked = z.infer<typeof ConversationAsked>;

export const PostAsCustomer = z.object({
  clientId: z.uuid(),
  body: writtenText(CUSTOMER_MESSAGE_LENGTH_MAX),
  categoryId: SealedId.nullish(),
  /** The customer says that this is about something else than what they wrote of before (C1). */
  isSomethingElse: z.boolean().optional(),
});
export type PostAsCustomer = z.infer<typeof PostAsCustomer>;

/** "Something else" is null: the words that follow decide. */
export const PickCategory = z.object({ categoryId: SealedId.nullable() });

export const RateRequest = z.object({
  ratingId: SealedId,
  score: z.int().min(RATING_SCORES[0]).max(RATING_SCORES.length),
  comment: optionalText(RATING_COMMENT_LENGTH_MAX).nullish(),
});
export type RateRequest = z.infer<typeof RateRequest>;
