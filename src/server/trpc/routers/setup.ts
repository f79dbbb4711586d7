import { Nothing } from "@/contract/inputs/nothing";
import { SetUpOrganization } from "@/contract/inputs/organization";
import { setUpOrganization } from "../../organization/commands/setUpOrganization";
import { setupStatus } from "../../organization/queries/setupStatus";
import { publicProcedure, router } from "../trpc";

export const setupRouter = router({
  /** Whether this deployment is set up. */
  status: publicProcedure.input(Nothing).query(({ ctx }) => setupStatus(ctx.deps)),
  /** The first call makes the organization and its administrator. Later calls are refused. */
  create: publicProcedure.input(SetUpOrganization).mutation(({ ctx, input }) => setUpOrganization(input, ctx.deps)),
});
