import { Nothing } from "@/contract/inputs/nothing";
import { DirectorySearched } from "@/contract/inputs/organization";
import { categoryList, directoryReps, directorySearch, directoryTeams } from "../../organization/queries/directory";
import { memberProcedure, router } from "../trpc";

export const directoryRouter = router({
  search: memberProcedure
    .input(DirectorySearched)
    .query(({ ctx, input }) => directorySearch(ctx.pov, input.text, ctx.deps)),
  reps: memberProcedure.input(Nothing).query(({ ctx }) => directoryReps(ctx.pov, ctx.deps)),
  teams: memberProcedure.input(Nothing).query(({ ctx }) => directoryTeams(ctx.pov, ctx.deps)),
});

export const categoryRouter = router({
  list: memberProcedure.input(Nothing).query(({ ctx }) => categoryList(ctx.pov, ctx.deps)),
});
