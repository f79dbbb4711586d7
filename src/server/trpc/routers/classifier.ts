import {
  ChosenExamples,
  ExamplesAsked,
  LabelRequest,
  RollBack,
  SetTarget,
  TryText,
  UndecidedAsked,
} from "@/contract/inputs/classifier";
import { fitByHand, rollBack, setTarget } from "../../classifier/commands/changeClassifier";
import { removeExamples, restoreExamples } from "../../classifier/commands/removeExamples";
import { classifierQuality } from "../../classifier/queries/classifierQuality";
import { examplePage } from "../../classifier/queries/examplePage";
import { tryText } from "../../classifier/queries/tryText";
import { undecidedPage } from "../../classifier/queries/undecidedPage";
import { setSequenceCategory } from "../../request/commands/changeSequence";
import { administratorProcedure, router } from "../trpc";

export const classifierRouter = router({
  quality: administratorProcedure.query(({ ctx }) => classifierQuality(ctx.pov, ctx.deps)),
  /** Changes nothing, but is no query: a customer's text is too long for an address, and does not belong in one. */
  tryText: administratorProcedure.input(TryText).mutation(({ ctx, input }) => tryText(ctx.pov, input, ctx.deps)),
  undecided: administratorProcedure
    .input(UndecidedAsked)
    .query(({ ctx, input }) => undecidedPage(ctx.pov, input, ctx.deps)),
  /** The same command as in the request itself, so nobody can label a request that they may not change. */
  label: administratorProcedure
    .input(LabelRequest)
    .mutation(({ ctx, input }) => setSequenceCategory(ctx.pov, input, ctx.deps)),
  examples: administratorProcedure
    .input(ExamplesAsked)
    .query(({ ctx, input }) => examplePage(ctx.pov, input, ctx.deps)),
  removeExamples: administratorProcedure
    .input(ChosenExamples)
    .mutation(({ ctx, input }) => removeExamples(ctx.pov, input, ctx.deps)),
  restoreExamples: administratorProcedure
    .input(ChosenExamples)
    .mutation(({ ctx, input }) => restoreExamples(ctx.pov, input, ctx.deps)),
  fit: administratorProcedure.mutation(({ ctx }) => fitByHand(ctx.pov, ctx.deps)),
  rollBack: administratorProcedure.input(RollBack).mutation(({ ctx, input }) => rollBack(ctx.pov, input, ctx.deps)),
  setTarget: administratorProcedure.input(SetTarget).mutation(({ ctx, input }) => setTarget(ctx.pov, input, ctx.deps)),
});
