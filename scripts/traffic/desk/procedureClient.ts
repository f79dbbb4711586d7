import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "@/server/trpc/appRouter";

/** Calls the desk's procedures as a browser does, with the headers that say who is calling. */
export type ProcedureClient = ReturnType<typeof procedureClient>;

/** Opens a client for the procedures of the server at `url`. */
export function procedureClient(url: string, headers: Readonly<Record<string, string>>) {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/api/trpc`, transformer: superjson, headers: { origin: url, ...headers } })],
  });
}

/** Returns the code by which the desk refused a call, or the message of any other failure. */
export function refusalCode(error: unknown): string {
  if (error instanceof TRPCClientError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

/** Tells whether a call got no answer. The same call with the same client id may then be made again. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data === undefined;
}
