import { createTRPCClient, httpLink } from "@trpc/client";
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
