import {
  ChangeSequenceTags,
  EscalateRequest,
  FindSequence,
  HandOverRequest,
  OfSequence,
  RenameSequence,
  SetSequenceCategory,
  SetSequenceState,
  SplitSequence,
} from "@/contract/inputs/request";
import { changeSequenceTags, renameSequence, setSequenceCategory } from "../../request/commands/changeSequence";
import { escalateRequest, withdrawEscalation } from "../../request/commands/escalateRequest";
import { handOverRequest } from "../../request/commands/handOverRequest";
import { setSequenceState } from "../../request/commands/setSequenceState";
import { takeBackMove } from "../../request/commands/takeBackMove";
import { takeRequest } from "../../request/commands/takeRequest";
import { findSequence } from "../../request/queries/findSequence";
import { sequenceView } from "../../request/queries/sequenceView";
import { splitSequence } from "../../request/split/splitSequence";
import { undoSplit } from "../../request/split/undoSplit";
import { routingTrace } from "../../routing/queries/routingTrace";
import { memberProcedure, router } from "../trpc";

export const sequenceRouter = router({
  get: memberProcedure.input(OfSequence).query(({ ctx, input }) => sequenceView(ctx.pov, input.sequenceId, ctx.deps)),
  /** Finds a sequence by the number that people quote (C3). */
  find: memberProcedure.input(FindSequence).query(({ ctx, input }) => findSequence(ctx.pov, input, ctx.deps)),
  routing: memberProcedure
    .input(OfSequence)
    .query(({ ctx, input }) => routingTrace(ctx.pov, input.sequenceId, ctx.deps)),
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
  take: memberProcedure
    .input(OfSequence)
    .mutation(({ ctx, input }) => takeRequest(ctx.pov, input.sequenceId, ctx.deps)),
  handOver: memberProcedure
    .input(HandOverRequest)
    .mutation(({ ctx, input }) => handOverRequest(ctx.pov, input, ctx.deps)),
  /** Undoes the viewer's own take, hand-over or withdrawal of an escalation. */
  takeBackMove: memberProcedure.input(OfSequence).mutation(({ ctx, input }) => takeBackMove(ctx.pov, input, ctx.deps)),
  /** "This is a new matter": splits the sequence at a message of the customer's. */
  split: memberProcedure.input(SplitSequence).mutation(({ ctx, input }) => splitSequence(ctx.pov, input, ctx.deps)),
  undoSplit: memberProcedure.input(OfSequence).mutation(({ ctx, input }) => undoSplit(ctx.pov, input, ctx.deps)),
  escalate: memberProcedure
    .input(EscalateRequest)
    .mutation(({ ctx, input }) => escalateRequest(ctx.pov, input, ctx.deps)),
  withdrawEscalation: memberProcedure
    .input(OfSequence)
    .mutation(({ ctx, input }) => withdrawEscalation(ctx.pov, input.sequenceId, ctx.deps)),
});
