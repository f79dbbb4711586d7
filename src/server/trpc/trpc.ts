import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { OfWidget } from "@/contract/inputs/customer";
import { DomainError } from "@/domain/errors";
import { unstorablePath } from "@/domain/text/unstorablePath";
import { isDatabaseAway } from "../db/isDatabaseAway";
import type { Context } from "./context";
import { errorShape, toTrpcError } from "./trpcErrors";

const trpc = initTRPC.context<Context>().create({
  transformer: superjson,
  // Also what is thrown where no middleware passes goes through here: of a bug nothing reaches the caller.
  errorFormatter({ shape, error }) {
    const { code, facts, fields } = errorShape(error);
    return {
      ...shape,
      message: code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, facts, fields },
    };
  },
});

const withDomainErrors = trpc.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof DomainError) throw toTrpcError(cause);
  if (isDatabaseAway(cause)) throw new TRPCError({ code: "SERVICE_UNAVAILABLE", cause });
  return result;
});

/** Before any schema: no text and no key of an input may be one that nothing can store, wherever it stands. */
const withStorableInput = trpc.middleware(async ({ getRawInput, next }) => {
  const path = unstorablePath(await getRawInput());
  if (path === null) return next();
  const cause = new z.ZodRealError([{ code: "custom", path, message: "text_malformed", input: undefined }]);
  throw new TRPCError({ code: "BAD_REQUEST", message: "invalid_input", cause });
});

export const router = trpc.router;
export const createCaller = trpc.createCallerFactory;

/** For everybody, signed in or not. Used where there is nothing to protect, and named in the access matrix. */
export const publicProcedure = trpc.procedure.use(withDomainErrors).use(withStorableInput);

/** For members who are signed in: `ctx.viewer` is them as they are now. */
export const memberProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const viewer = await ctx.viewer();
  if (viewer === null) throw new DomainError("not_signed_in");
  return next({ ctx: { ...ctx, viewer, pov: viewer.pov } });
});

/** For those who supervise a team; to all others the boards do not exist. */
export const supervisorProcedure = memberProcedure.use(async ({ ctx, next }) => {
  if (ctx.pov.supervisedTeamIds.length === 0) throw new DomainError("not_allowed", { ability: "board" });
  return next({ ctx });
});

/** For those who administer the organization. */
export const administratorProcedure = memberProcedure.use(async ({ ctx, next }) => {
  if (ctx.viewer.role !== "administrator") throw new DomainError("not_allowed", { ability: "administer" });
  return next({ ctx });
});

/** For a visitor of a widget, by their credential. */
export const visitorProcedure = publicProcedure.input(OfWidget).use(async ({ ctx, input, next }) => {
  const visitor = await ctx.visitor(input.key);
  if (visitor === null) throw new DomainError("not_signed_in");
  return next({ ctx: { ...ctx, visitor } });
});
