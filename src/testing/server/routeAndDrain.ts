import { DomainError } from "@/domain/errors";
import { beginVisit } from "@/server/auth/beginVisit";
import { type Viewer, viewers } from "@/server/auth/viewers";
import { postAsCustomer } from "@/server/customer/commands/postAsCustomer";
import type { Deps } from "@/server/deps";
import { openDeps } from "@/server/openDeps";
import { setSequenceState } from "@/server/request/commands/setSequenceState";
import { drainEverything, drainForRep } from "@/server/routing/commands/drainQueues";

/**
 * One of several processes that route, answer and drain at the same time. It sends its share of requests, closes the
 * requests of its reps, and fills the reps again, until no request is left. capacity.test.ts starts it with its share
 * in the environment. A refusal that is no lost race ends it with an error.
 */
const SENDERS = 4;
const CLOSERS = 2;

const given = process.env;
const { deps, close } = openDeps({
  databaseUrl: given.DATABASE_URL ?? "",
  connectionsMax: SENDERS + CLOSERS + 2,
  idKey: "a key of sixteen and more bytes, for tests only",
});
const share = Number(given.REQUESTS);
let left = share;
let startAnswering = () => {};
/** Nobody answers before half of the requests are there, so that the reps are full and most requests wait. */
const isBusy = new Promise<void>((resolve) => {
  startAnswering = resolve;
});
const widgetKey = given.WIDGET_KEY ?? "";
const sessionIds = (given.SESSIONS ?? "").split(",");

await Promise.all([
  ...Array.from({ length: SENDERS }, send),
  ...Array.from({ length: CLOSERS }, (_, index) =>
    answer(
      sessionIds.filter((_each, place) => place % CLOSERS === index),
      deps,
    ),
  ),
]);
await close();

async function send(): Promise<void> {
  while (left > 0) {
    left -= 1;
    if (left === share / 2) startAnswering();
    const { contactId } = await beginVisit(widgetKey, deps);
    await postAsCustomer(contactId, { clientId: deps.newId(), body: "My card", categoryId: null }, deps);
  }
}

/** Closes the requests of these reps, one after the other, and drains the queues, until no request is left. */
async function answer(ids: readonly string[], { db }: Deps): Promise<void> {
  await isBusy;
  for (;;) {
    let closed = 0;
    for (const id of ids) closed += await closeHeldBy(await viewerOf(id));
    const live = await db
      .selectFrom("request")
      .select("sequence_id")
      .where("state", "<>", "retired")
      .limit(1)
      .execute();
    if (live.length === 0 && left === 0 && (await areAllSent(deps))) return;
    if (closed === 0) await drainEverything(deps);
  }
}

async function viewerOf(sessionId: string): Promise<Viewer> {
  const viewer = await viewers(deps).of(sessionId);
  if (viewer === null) throw new Error("this rep must be signed in for the whole test");
  return viewer;
}

async function closeHeldBy({ pov }: Viewer): Promise<number> {
  const held = await deps.db
    .selectFrom("request")
    .innerJoin("sequence", "sequence.id", "request.sequence_id")
    .select(["request.sequence_id", "sequence.state"])
    .where("request.assigned_to_id", "=", pov.partyId)
    .where("request.state", "=", "assigned")
    .execute();
  for (const { sequence_id, state: seen } of held)
    await setSequenceState(pov, { sequenceId: sequence_id, state: "closed", seen }, deps).catch(unlessRaced);
  if (held.length > 0) await drainForRep(pov.partyId, deps);
  return held.length;
}

/** Ignores a lost race: both processes close the requests of all reps, and the second finds them closed. */
function unlessRaced(error: unknown): void {
  if (error instanceof DomainError && (error.code === "stale_version" || error.code === "changed_meanwhile")) return;
  throw error;
}

async function areAllSent({ db }: Deps): Promise<boolean> {
  const { count } = await db
    .selectFrom("request")
    .select(db.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count >= Number(given.REQUESTS_OF_ALL);
}
