import { z } from "zod";
import { optionalLine } from "@/domain/text/inputText";
import { categoryList, directoryReps, directorySearch, directoryTeams } from "../../organization/queries/directory";
import { memberProcedure, router } from "../trpc";

const SEARCH_LENGTH_MAX = 100;
const Nothing = z.object({}).optional();

export const directoryRouter = router({
  search: memberProcedure
    .input(z.object({ text: optionalLine(SEARCH_LENGTH_MAX) }))
    .query(({ ctx, input }) => directorySearch(ctx.pov, input.text, ctx.deps)),
  reps: memberProcedure.input(Nothing).query(({ ctx }) => directoryReps(ctx.pov, ctx.deps)),
  teams: memberProcedure.input(Nothing).query(({ ctx }) => directoryTeams(ctx.pov, ctx.deps)),
});

export const categoryRouter = router({
  list: memberProcedure.input(Nothing).query(({ ctx }) => categoryList(ctx.pov, ctx.deps)),
});
