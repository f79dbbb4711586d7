import { Nothing } from "@/contract/inputs/nothing";
import { boardView } from "../../board/boardView";
import { router, supervisorProcedure } from "../trpc";

export const boardRouter = router({
  get: supervisorProcedure.input(Nothing).query(({ ctx }) => boardView(ctx.pov, ctx.deps)),
});
