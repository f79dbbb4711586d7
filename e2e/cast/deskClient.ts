import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "@/server/trpc/appRouter";
import { BASE_URL } from "./addresses";

export type DeskClient = TRPCClient<AppRouter>;

type Cookies = readonly { name: string; value: string }[];

/** The desk's procedures for a signed-in person, for what a story needs but is not about. */
export function deskClient(cookies: Cookies): DeskClient {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${BASE_URL}/api/trpc`, transformer: superjson, headers: { cookie } })],
  });
}
