import type { RepEvent } from "@/contract/live/repEvent";
import type { CustomerEvent } from "@/contract/views/customerViews";
import type { Pov } from "@/domain/pov/pov";
import type { Visitor } from "@/server/auth/visitors";
import type { Deps } from "@/server/deps";
import { entriesAfter, type ListEntry } from "@/server/live/entries";
import { startPositions } from "@/server/live/startPositions";
import { type Frame, framesOf, type Told } from "@/server/live/telling/framesOf";
import { tellCustomer } from "@/server/live/telling/tellCustomer";
import { tellMember } from "@/server/live/telling/tellMember";
import { namedPositions } from "@/server/pov/presentPosition";

/** A stream without a network: the frames that its reader would get, in order. */
export type Listening<Event> = {
  readonly heard: Frame<Event>[];
  /** Hears all news since the last call, in one delivery. */
  listen(): Promise<void>;
  /** Comes back with an earlier `Last-Event-ID`, and hears again what came after it. */
  resume(from: string): Promise<void>;
};

/** Follows a member's lists from a page's `asOf` on. `povNow` is asked before every delivery. */
export function memberListening(povNow: () => Promise<Pov>, from: string, deps: Deps): Promise<Listening<RepEvent>> {
  return listening(povNow, from, (pov, entries) => tellMember(pov, entries, deps), deps);
}

/** Follows a customer's list from a page's `asOf` on. */
export function customerListening(visitor: Visitor, from: string, deps: Deps): Promise<Listening<CustomerEvent>> {
  return listening(
    async () => visitor.pov,
    from,
    (_pov, entries) => tellCustomer(visitor, entries, deps),
    deps,
  );
}

async function listening<Event>(
  povNow: () => Promise<Pov>,
  from: string,
  tell: (pov: Pov, entries: readonly ListEntry[]) => Promise<Told<Event>[]>,
  deps: Deps,
): Promise<Listening<Event>> {
  const heard: Frame<Event>[] = [];
  let { positions } = await startPositions(from, await povNow(), deps);
  const listen = async () => {
    const entries = await entriesAfter(
      [...positions].map(([listId, position]) => ({ listId, position })),
      deps,
    );
    const pov = await povNow();
    const told = entries.length === 0 ? [] : await tell(pov, entries);
    heard.push(...framesOf(entries, told, positions, (each) => namedPositions(each, pov)));
  };
  return {
    heard,
    listen,
    async resume(earlier) {
      positions = (await startPositions(earlier, await povNow(), deps)).positions;
      await listen();
    },
  };
}
