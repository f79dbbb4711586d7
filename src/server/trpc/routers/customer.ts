import { BeginVisit, ConversationAsked, PickCategory, PostAsCustomer, RateRequest } from "@/contract/inputs/customer";
import { beginVisit } from "../../auth/beginVisit";
import { addressKey } from "../../auth/networkAddress";
import { pickCategory } from "../../customer/commands/pickCategory";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { rateRequest } from "../../customer/commands/rateRequest";
import { markCustomerRead, showCustomerTyping } from "../../customer/commands/visitorSigns";
import { customerConversation } from "../../customer/queries/customerConversation";
import { customerRequests } from "../../customer/queries/customerRequests";
import { publicProcedure, router, visitorProcedure } from "../trpc";

export const customerRouter = router({
  /** Makes a contact and their credential, right before the first message. Tabs that pass the same key get the same. */
  begin: publicProcedure.input(BeginVisit).mutation(async ({ ctx, input }) => {
    const begin = () => beginVisit(input.key, ctx.deps, input.visitKey);
    const { token } = await ctx.rateLimits.use("visitOfAddress", addressKey(ctx.address), begin);
    ctx.setVisitorCookie(input.key, token);
    return { token };
  }),
  conversation: visitorProcedure
    .input(ConversationAsked)
    .query(({ ctx, input }) => customerConversation(ctx.visitor, input, ctx.deps)),
  /** The customer's own requests, including closed ones. */
  requests: visitorProcedure.query(({ ctx }) => customerRequests(ctx.visitor, ctx.deps)),
  post: visitorProcedure.input(PostAsCustomer).mutation(async ({ ctx, input }) => {
    const { visitor, deps } = ctx;
    const { messageId } = await ctx.rateLimits.use("visitorMessage", visitor.contactId, async () => {
      const categoryId = openedId(input.categoryId, visitor.widgetKey, deps);
      return postAsCustomer(visitor.contactId, { ...input, categoryId }, deps);
    });
    return { messageId: deps.sealIds.seal(messageId, visitor.contactId) };
  }),
  pickCategory: visitorProcedure
    .input(PickCategory)
    .mutation(({ ctx, input }) =>
      pickCategory(
        ctx.visitor.contactId,
        { categoryId: openedId(input.categoryId, ctx.visitor.widgetKey, ctx.deps) },
        ctx.deps,
      ),
    ),
  rate: visitorProcedure.input(RateRequest).mutation(({ ctx, input }) => {
    const sequenceId = ctx.deps.sealIds.open(input.ratingId, ctx.visitor.contactId);
    return rateRequest(
      ctx.visitor.contactId,
      { sequenceId, score: input.score, comment: input.comment ?? null },
      ctx.deps,
    );
  }),
  typing: visitorProcedure.mutation(({ ctx: { rateLimits, visitor, deps } }) =>
    rateLimits.use("visitorTyping", visitor.contactId, () => showCustomerTyping(visitor, deps)),
  ),
  markRead: visitorProcedure.mutation(({ ctx }) => markCustomerRead(ctx.visitor, ctx.deps)),
});

/**
 * Opens the id of a category. It is sealed for the widget, because categories are offered before there is a contact.
 */
function openedId(
  sealed: string | null | undefined,
  widgetKey: string,
  deps: { sealIds: { open(sealed: string, forPartyId: string): string } },
) {
  return sealed ? deps.sealIds.open(sealed, widgetKey) : null;
}
