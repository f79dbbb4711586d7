import { z } from "zod";
import type { LoadedRequest } from "../queries/loadRequest";
import { closingToKeep, type KeptClosing, keptClosing } from "./keptClosing";
import type { Parting } from "./partingMessages";

/** How a matter came to be split off: by whom, and how what it was part of stood before. */
export type KeptSplit = { before: KeptClosing; wasOver: boolean; cancelledClockIds: string[] };

const Stored = z.object({
  split: z.object({ before: z.unknown(), wasOver: z.boolean(), cancelledClockIds: z.array(z.string()) }),
});

/** What is kept with the new sequence for whoever takes the split back. */
export function keptSplit(loaded: LoadedRequest, { moved, wasOver }: Parting, byId: string, now: Date) {
  const fromMs = moved[0].sentAt.getTime();
  const cancelledClockIds = loaded.storedClocks.flatMap(({ id, started_at }) =>
    started_at.getTime() >= fromMs ? id : [],
  );
  return { split: { before: closingToKeep(loaded.facts, loaded.request, byId, {}, now), wasOver, cancelledClockIds } };
}

/** The stored form read back; null where the sequence is no part of another. */
export function readSplit(metadata: unknown): KeptSplit | null {
  const stored = Stored.safeParse(metadata).data;
  const before = stored ? keptClosing(stored.split.before) : null;
  return stored && before ? { ...stored.split, before } : null;
}
