import { SetAvailability, SetTheme } from "@/contract/inputs/organization";
import { revokeAllSessions } from "../../auth/signIn";
import { setAvailability } from "../../availability/setAvailability";
import { setTheme } from "../../organization/commands/setTheme";
import { meView } from "../../organization/queries/meView";
import { memberProcedure, router } from "../trpc";

export const meRouter = router({
  get: memberProcedure.query(({ ctx }) => meView(ctx.viewer, ctx.deps)),
  setAvailability: memberProcedure
    .input(SetAvailability)
    .mutation(({ ctx, input }) => setAvailability(ctx.pov, input, ctx.deps)),
  /** A page that holds a stream says that it is still there, because the stream of a lost page stays open for long. */
  pulse: memberProcedure.mutation(({ ctx }) => {
    ctx.deps.presence.pulse(ctx.viewer.sessionId);
    return {};
  }),
  setTheme: memberProcedure.input(SetTheme).mutation(({ ctx, input }) => setTheme(ctx.viewer.userId, input, ctx.deps)),
  /** Ends all sessions of this person at once, including this one. */
  signOutEverywhere: memberProcedure.mutation(({ ctx }) => revokeAllSessions(ctx.viewer.userId, ctx.deps)),
});
