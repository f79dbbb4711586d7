import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { OfWidget } from "@/contract/inputs/customer";
import { DomainError } from "@/domain/errors";
import { unstorablePath } from "@/domain/text/unstorablePath";
import { isDatabaseAway, isDatabaseBusy } from "../db/isDatabaseAway";
import type { Context } from "./context";
import { errorShape, toTrpcError } from "./trpcErrors";

const trpc = initTRPC.context<Context>().create({
  transformer: superjson,
  // Errors that are thrown outside of all middleware pass here, too. The caller learns nothing of a bug.
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
  if (isDatabaseAway(cause) || isDatabaseBusy(cause)) throw new TRPCError({ code: "SERVICE_UNAVAILABLE", cause });
  return result;
});

/** Runs before any schema, and refuses an input with a text or key, at any depth, that no database can store. */
const withStorableInput = trpc.middleware(async ({ getRawInput, next }) => {
  const path = unstorablePath(await getRawInput());
  if (path === null) return next();
  const cause = new z.ZodRealError([{ code: "custom", path, message: "text_malformed", input: undefined }]);
  throw new TRPCError({ code: "BAD_REQUEST", message: "invalid_input", cause });
});

export const router = trpc.router;
export const createCaller = trpc.createCallerFactory;

/** For everybody, signed in or not. For procedures that have nothing to protect; the access matrix names them. */
export const publicProcedure = trpc.procedure.use(withDomainErrors).use(withStorableInput);

/** For members who are signed in. `ctx.viewer` is the member as they are now. */
export const memberProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const viewer = await ctx.viewer();
  if (viewer === null) throw new DomainError("not_signed_in");
  return next({ ctx: { ...ctx, viewer, pov: viewer.pov } });
});

/** For members who supervise a team. Others are refused with `not_allowed`. */
export const supervisorProcedure = memberProcedure.use(async ({ ctx, next }) => {
  if (ctx.pov.supervisedTeamIds.length === 0) throw new DomainError("not_allowed", { ability: "board" });
  return next({ ctx });
});

/** For members who administer the organization. Others are refused with `not_allowed`. */
export const administratorProcedure = memberProcedure.use(async ({ ctx, next }) => {
  if (ctx.viewer.role !== "administrator") throw new DomainError("not_allowed", { ability: "administer" });
  return next({ ctx });
});

/** For visitors of a widget, known by their credential. */
export const visitorProcedure = publicProcedure.input(OfWidget).use(async ({ ctx, input, next }) => {
  const visitor = await ctx.visitor(input.key);
  if (visitor === null) throw new DomainError("not_signed_in");
  return next({ ctx: { ...ctx, visitor } });
});
