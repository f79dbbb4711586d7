import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { expect, test } from "vitest";
import { DRAWN_FOR_HEADER } from "@/contract/views/drawnFor";
import type { AppRouter } from "@/server/trpc/appRouter";
import { drawnForHeader } from "../createDeskClient";
import { createLiveStore } from "../live/createLiveStore";
import { viewerLink } from "./viewerLink";

/** A page with a server that answers what the test says, and records the viewer that each request names. */
function aPage() {
  const store = createLiveStore({ readMs: () => 0, schedule: () => undefined, readAgain: async () => undefined });
  const drawnFor: (string | null)[] = [];
  let answer: unknown;
  const client = createTRPCClient<AppRouter>({
    links: [
      viewerLink({
        id: store.viewerId,
        drawFor: store.drawFor,
        setSession: store.setSession,
        setDatabaseAway: store.setDatabaseAway,
      }),
      httpBatchLink({
        url: "http://desk.invalid",
        transformer: superjson,
        headers: () => drawnForHeader(store.viewerId()),
        fetch: async (_address, init) => {
          drawnFor.push(new Headers(init?.headers as Record<string, string>).get(DRAWN_FOR_HEADER));
          return Response.json([answer]);
        },
      }),
    ],
  });
  return {
    store,
    drawnFor,
    isViewedBy: (partyId: string) => {
      answer = { result: { data: superjson.serialize({ partyId }) } };
      return client.me.get.query();
    },
    refuses: (code: string, facts = {}) => {
      const data = { code: "CONFLICT", httpStatus: 409, facts, fields: [] };
      answer = { error: superjson.serialize({ message: code, code: -32_009, data }) };
      return client.me.setAvailability.mutate({ availability: "busy" }).catch((error: unknown) => error);
    },
  };
}

test("a page is drawn for the first viewer it hears of, and every later call names that viewer", async () => {
  const page = aPage();
  await page.isViewedBy("lars");
  await page.isViewedBy("beatriz");
  await page.isViewedBy("lars");
  expect(page.drawnFor).toEqual([null, "lars", "lars"]);
});

test("any call tells that the session is somebody else's or over, and also that it is back", async () => {
  const page = aPage();
  await page.isViewedBy("lars");
  expect(await page.refuses("other_viewer", { name: "Beatriz" })).toBeInstanceOf(TRPCClientError);
  expect(page.store.status().session).toEqual({ state: "other", name: "Beatriz" });
  await page.refuses("not_signed_in");
  expect(page.store.status().session).toEqual({ state: "over" });
  await page.refuses("stale_version");
  expect(page.store.status().session).toEqual({ state: "over" });
  await page.isViewedBy("lars");
  expect(page.store.status().session).toEqual({ state: "held" });
});

test("the page learns that the database is away, and reopens the stream when it is back", async () => {
  const page = aPage();
  let woken = 0;
  page.store.onWake(() => (woken += 1));
  await page.isViewedBy("lars");
  page.store.setConnection("reconnecting");
  await page.refuses("unavailable");
  expect([page.store.status().isDatabaseAway, woken]).toEqual([true, 0]);
  await page.isViewedBy("lars");
  expect([page.store.status().isDatabaseAway, woken]).toEqual([false, 1]);
  await page.refuses("unavailable");
  page.store.setConnection("live");
  expect(page.store.status().isDatabaseAway).toBe(false);
});
