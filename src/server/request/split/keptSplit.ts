import { z } from "zod";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { closingToKeep, type KeptClosing, keptClosing } from "../changes/keptClosing";
import type { LoadedRequest } from "../load/loadRequest";
import type { Parting } from "./partingMessages";

/** How a matter came to be split off: by whom, and how what it was part of stood before. */
export type KeptSplit = {
  before: KeptClosing;
  wasOver: boolean;
  cancelledClockIds: string[];
  /** What was kept of the closing before (`before_closing`). */
  earlierClosing?: unknown;
};

const Stored = z.object({
  split: z.object({
    before: z.unknown(),
    wasOver: z.boolean(),
    cancelledClockIds: z.array(z.string()),
    earlierClosing: z.unknown().optional(),
  }),
});

/** What is kept with the new sequence so that the split can be taken back. */
export function keptSplit(loaded: LoadedRequest, { ending }: Parting, after: RequestFacts, byId: string, now: Date) {
  const { facts, storedClocks, request } = loaded;
  const cancelledClockIds = storedClocks.flatMap(({ id }, index) =>
    facts.clocks[index]?.cancelledAtMs === undefined && after.clocks[index]?.cancelledAtMs !== undefined ? id : [],
  );
  const before = closingToKeep(facts, loaded, byId, {}, now);
  return {
    split: { before, wasOver: ending !== null, cancelledClockIds, earlierClosing: request.before_closing },
  };
}

/** The stored form read back; null where the sequence is no part of another. */
export function readSplit({ sequence, configuration }: LoadedRequest): KeptSplit | null {
  const stored = Stored.safeParse(sequence.metadata).data;
  const before = stored ? keptClosing(stored.split.before, { configuration }) : null;
  return stored && before ? { ...stored.split, before } : null;
}
