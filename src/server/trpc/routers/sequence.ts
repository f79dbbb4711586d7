import { z } from "zod";
import { unverifiedId } from "../../pov/unverifiedId";
import {
  ChangeSequenceTags,
  changeSequenceTags,
  RenameSequence,
  renameSequence,
  SetSequenceCategory,
  setSequenceCategory,
} from "../../request/commands/changeSequence";
import { EscalateRequest, escalateRequest, withdrawEscalation } from "../../request/commands/escalateRequest";
import { HandOverRequest, handOverRequest } from "../../request/commands/handOverRequest";
import { SetSequenceState, setSequenceState } from "../../request/commands/setSequenceState";
import { takeRequest } from "../../request/commands/takeRequest";
import { FindSequence, findSequence } from "../../request/queries/findSequence";
import { sequenceView } from "../../request/queries/sequenceView";
import { SplitSequence, splitSequence } from "../../request/split/splitSequence";
import { UndoSplit, undoSplit } from "../../request/split/undoSplit";
import { routingTrace } from "../../routing/queries/routingTrace";
import { memberProcedure, router } from "../trpc";

const Of = z.object({ sequenceId: unverifiedId("sequence") });

export const sequenceRouter = router({
  get: memberProcedure.input(Of).query(({ ctx, input }) => sequenceView(ctx.pov, input.sequenceId, ctx.deps)),
  /** By the number that people quote (C3). */
  find: memberProcedure.input(FindSequence).query(({ ctx, input }) => findSequence(ctx.pov, input, ctx.deps)),
  routing: memberProcedure.input(Of).query(({ ctx, input }) => routingTrace(ctx.pov, input.sequenceId, ctx.deps)),
  setState: memberProcedure
    .input(SetSequenceState)
    .mutation(({ ctx, input }) => setSequenceState(ctx.pov, input, ctx.deps)),
  setCategory: memberProcedure
    .input(SetSequenceCategory)
    .mutation(({ ctx, input }) => setSequenceCategory(ctx.pov, input, ctx.deps)),
  changeTags: memberProcedure
    .input(ChangeSequenceTags)
    .mutation(({ ctx, input }) => changeSequenceTags(ctx.pov, input, ctx.deps)),
  rename: memberProcedure.input(RenameSequence).mutation(({ ctx, input }) => renameSequence(ctx.pov, input, ctx.deps)),
  take: memberProcedure.input(Of).mutation(({ ctx, input }) => takeRequest(ctx.pov, input.sequenceId, ctx.deps)),
  handOver: memberProcedure
    .input(HandOverRequest)
    .mutation(({ ctx, input }) => handOverRequest(ctx.pov, input, ctx.deps)),
  /** "This is a new matter": from a message of the customer's on. */
  split: memberProcedure.input(SplitSequence).mutation(({ ctx, input }) => splitSequence(ctx.pov, input, ctx.deps)),
  undoSplit: memberProcedure.input(UndoSplit).mutation(({ ctx, input }) => undoSplit(ctx.pov, input, ctx.deps)),
  escalate: memberProcedure
    .input(EscalateRequest)
    .mutation(({ ctx, input }) => escalateRequest(ctx.pov, input, ctx.deps)),
  withdrawEscalation: memberProcedure
    .input(Of)
    .mutation(({ ctx, input }) => withdrawEscalation(ctx.pov, input.sequenceId, ctx.deps)),
});
