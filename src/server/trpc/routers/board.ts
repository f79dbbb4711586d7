import { z } from "zod";
import { boardView } from "../../board/boardView";
import { router, supervisorProcedure } from "../trpc";

export const boardRouter = router({
  get: supervisorProcedure.input(z.object({}).optional()).query(({ ctx }) => boardView(ctx.pov, ctx.deps)),
});
