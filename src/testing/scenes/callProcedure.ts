import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { Viewer } from "@/server/auth/viewers";
import { visitorOf } from "@/server/auth/visitors";
import type { Deps } from "@/server/deps";
import { appRouter } from "@/server/trpc/appRouter";
import type { Context } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/trpc";
import { errorShape } from "@/server/trpc/trpcErrors";

/** The caller: a member by their session, a visitor by their credential, or nobody. */
export type Caller = { viewer?: Viewer; token?: string };

/** What a caller gets: the data, or the code and status of a refusal with everything it tells. */
export type Answer = { code: "ok"; status: 200; data: unknown } | { code: string; status: number; told: unknown };

/** The paths of all procedures. */
export const PROCEDURE_PATHS: readonly string[] = Object.keys(appRouter._def.procedures).sort();

/** Whether a procedure is a mutation. */
export function isMutation(path: string): boolean {
  const procedures: Record<string, unknown> = appRouter._def.procedures;
  const procedure = procedures[path];
  return typeof procedure === "function" && JSON.stringify(Reflect.get(procedure, "_def")).includes('"mutation"');
}

/** Calls a procedure by its path as `caller`, with any input, and answers as the server would. */
export async function callProcedure(path: string, input: unknown, caller: Caller, deps: Deps): Promise<Answer> {
  const root: unknown = createCaller(appRouter)(contextOf(caller, deps));
  const procedure = path.split(".").reduce<unknown>((at, name) => Reflect.get(Object(at), name), root);
  if (typeof procedure !== "function") throw new Error(`there is no procedure ${path}`);
  try {
    return { code: "ok", status: 200, data: await procedure(input) };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const told = errorShape(error);
    return { code: told.code, status: getHTTPStatusCodeFromError(error), told };
  }
}

/** The context of an HTTP request without rate limits, which have their own tests. */
function contextOf({ viewer, token }: Caller, deps: Deps): Context {
  return {
    deps,
    rateLimits: { use: (_limited, _key, work) => work() },
    address: "192.0.2.1",
    viewer: async () => viewer ?? null,
    visitor: (widgetKey) => visitorOf(token ?? null, widgetKey, deps),
    holder: (widgetKey) => visitorOf(token ?? null, widgetKey, deps),
    setVisitorCookie: () => undefined,
    clearVisitorCookie: () => undefined,
  };
}
