import { Nothing } from "@/contract/inputs/nothing";
import { HoldsAsked, QueueAsked } from "@/contract/inputs/request";
import { backchannelRows } from "../../backchannel/queries/backchannelRows";
import { queueCounts } from "../../request/queries/queueCounts";
import { queueHolds } from "../../request/queries/queueHolds";
import { queuePage } from "../../request/queries/queuePage";
import { memberProcedure, router } from "../trpc";

export const queueRouter = router({
  list: memberProcedure.input(QueueAsked).query(({ ctx, input }) => queuePage(ctx.pov, input, ctx.deps)),
  counts: memberProcedure.input(Nothing).query(({ ctx }) => queueCounts(ctx.pov, ctx.deps)),
  /** Why requests wait where they wait, by team, and by request for those that were asked for. */
  holds: memberProcedure.input(HoldsAsked).query(({ ctx, input }) => queueHolds(ctx.pov, input, ctx.deps)),
  /** The backchannels in which the viewer takes part, and the invitations that they have to answer. */
  backchannels: memberProcedure.input(Nothing).query(({ ctx }) => backchannelRows(ctx.pov, ctx.deps)),
});
