import { z } from "zod";
import { backchannelRows } from "../../backchannel/queries/backchannelRows";
import { queueCounts } from "../../request/queries/queueCounts";
import { HoldsAsked, queueHolds } from "../../request/queries/queueHolds";
import { QueueAsked, queuePage } from "../../request/queries/queuePage";
import { memberProcedure, router } from "../trpc";

export const queueRouter = router({
  list: memberProcedure.input(QueueAsked).query(({ ctx, input }) => queuePage(ctx.pov, input, ctx.deps)),
  counts: memberProcedure.input(z.object({}).optional()).query(({ ctx }) => queueCounts(ctx.pov, ctx.deps)),
  /** What holds waiting requests where they wait, per team and per request that is asked for. */
  holds: memberProcedure.input(HoldsAsked).query(({ ctx, input }) => queueHolds(ctx.pov, input, ctx.deps)),
  /** Backchannels one takes part in, and invitations to answer. */
  backchannels: memberProcedure.input(z.object({}).optional()).query(({ ctx }) => backchannelRows(ctx.pov, ctx.deps)),
});
