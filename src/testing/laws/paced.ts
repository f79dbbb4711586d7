import fc from "fast-check";
import { customerConversation } from "@/server/customer/queries/customerConversation";
import type { CustomerName, RepName } from "./histories";
import { customerListening, memberListening } from "./listening";
import { type MemberPages, memberPages } from "./memberPages";
import type { Stage } from "./stage";

/** Loads at the given step, hears seldom, and resumes from an early frame. */
export const paceOf = (loadedAt: number): Pace => ({ loadedAt, hearsEvery: 5, resumedAt: 4 });

/** When pages are loaded, after how many steps the stream is heard each time, and from which frame it is resumed. */
export const pace = fc.record({
  loadedAt: fc.nat(30),
  hearsEvery: fc.integer({ min: 1, max: 12 }),
  resumedAt: fc.nat(20),
});

export type Pace = { loadedAt: number; hearsEvery: number; resumedAt: number };
type Ear = { listen(): Promise<void>; resume(from: string): Promise<void>; heard: readonly { id: string }[] };

/** Follows a stream at a pace: call `after` after every step, and `end` after the last. */
function paced<Page extends { asOf: string }, Stream extends Ear>(
  of: { load(): Promise<Page>; follow(page: Page): Promise<Stream> },
  { loadedAt, hearsEvery, resumedAt }: Pace,
) {
  let page: Page | null = null;
  let ear: Stream | null = null;
  const load = async () => {
    page = await of.load();
    ear = await of.follow(page);
  };
  return {
    async after(step: number) {
      if (step === loadedAt) await load();
      else if (step % hearsEvery === 0) await ear?.listen();
    },
    async end(): Promise<{ page: Page; heard: Stream["heard"] }> {
      if (ear === null) await load();
      if (ear === null || page === null) throw new Error("the page is loaded by now");
      await (ear as Stream).listen();
      const { heard } = ear as Stream;
      await (ear as Stream).resume(heard.at(resumedAt % Math.max(1, heard.length))?.id ?? (page as Page).asOf);
      return { page, heard: (ear as Stream).heard };
    },
  };
}

/** A member who listens at a pace. */
export function memberPaced(stage: Stage, rep: RepName, at: Pace) {
  const povNow = () => stage.cast.pov(rep);
  return paced(
    {
      load: async () => memberPages(await povNow(), stage.deps),
      follow: (page: MemberPages) => memberListening(povNow, page.asOf, stage.deps),
    },
    at,
  );
}

export type RepPaces = [Pace, Pace, Pace, Pace, Pace];
export const EARLY_AND_LATE = [4, 12, 20].map(
  (at): RepPaces => [paceOf(at), paceOf(at), paceOf(at), paceOf(at), paceOf(at)],
);

/** A customer who listens at a pace. */
export function customerPaced(stage: Stage, name: CustomerName, at: Pace) {
  const visitor = stage.cast.customers[name];
  return paced(
    {
      load: () => customerConversation(visitor, {}, stage.deps),
      follow: (page) => customerListening(visitor, page.asOf, stage.deps),
    },
    at,
  );
}
