import type { IncomingMessage, ServerResponse } from "node:http";
import { writePositions } from "@/domain/pov/position";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { namedPositions } from "../pov/presentPosition";
import type { Typing } from "./bell";
import type { ListEntry } from "./entries";
import type { Follower } from "./followers";
import type { Hub } from "./hub";
import { frameData, openSseStream } from "./sseStream";
import { startPositions } from "./startPositions";
import { framesOf, type Told } from "./telling/framesOf";

/** What differs between a member's stream and a customer's. */
export type Listener = {
  /** While nothing is new, its right is checked once in this many sweeps of the hub. */
  readonly rightAskedEverySweeps: number;
  /** The point of view that it has now; null once it may not listen any more. */
  authorise(): Promise<Pov | null>;
  tell(pov: Pov, entries: readonly ListEntry[]): Promise<Told<{ type: string }>[]>;
  typing(typing: Typing): { type: string };
  /** Further events, which come from no list. They are told after the entries. */
  alsoTell?(entries: readonly ListEntry[]): Promise<{ type: string }[]>;
  onEnd?(): void;
};

/**
 * Serves one stream: everything that its listener may learn after the position `from`, in the order of each list, then
 * what is committed from now on. The right is checked before every delivery, not only at the beginning.
 */
export async function serveLiveStream(
  request: IncomingMessage,
  response: ServerResponse,
  of: { listener: Listener; pov: Pov; from: string | null; hub: Hub; deps: Deps },
): Promise<{ send(event: { type: string }): void }> {
  const { listener, hub, deps } = of;
  const start = await startPositions(of.from, of.pov, deps);
  const positions = start.positions;
  let unfollow = () => {};
  const stream = openSseStream(request, response, {
    end() {
      unfollow();
      listener.onEnd?.();
    },
  });
  const send = (event: { type: string }, id?: string) =>
    stream.send({ ...(id === undefined ? {} : { id }), event: event.type, data: frameData(event) });
  const resync = (pov: Pov) => send({ type: "resync" }, writePositions(namedPositions(positions, pov)));

  const follower: Follower = {
    partyId: of.pov.partyId,
    positions,
    rightAskedEverySweeps: listener.rightAskedEverySweeps,
    authorise: () => listener.authorise(),
    async hear(pov, entries) {
      const told = entries.length === 0 ? [] : await listener.tell(pov, entries);
      const frames = framesOf(entries, told, positions, (each) => namedPositions(each, pov));
      for (const { id, event } of frames) send(event, id);
      for (const event of (await listener.alsoTell?.(entries)) ?? []) send(event);
    },
    async relist(pov) {
      const present = await startPositions(null, pov, deps);
      positions.clear();
      for (const [listId, position] of present.positions) positions.set(listId, position);
      resync(pov);
    },
    type: (typing) => send(listener.typing(typing)),
    end: () => stream.end(),
  };
  if (response.destroyed) return { send };
  if (start.isResync) resync(of.pov);
  unfollow = hub.follow(follower);
  return { send };
}
