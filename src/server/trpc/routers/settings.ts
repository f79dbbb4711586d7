import { Nothing } from "@/contract/inputs/nothing";
import { ChangePresence } from "@/contract/inputs/settings";
import { changePresence } from "../../settings/commands/changePresence";
import { presenceSettings } from "../../settings/queries/presenceSettings";
import { administratorProcedure, router } from "../trpc";

export const settingsRouter = router({
  presence: administratorProcedure.input(Nothing).query(({ ctx }) => presenceSettings(ctx.pov, ctx.deps)),
  changePresence: administratorProcedure
    .input(ChangePresence)
    .mutation(({ ctx, input }) => changePresence(ctx.pov, input, ctx.deps)),
});
