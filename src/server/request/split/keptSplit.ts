import { z } from "zod";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { closingToKeep, type KeptClosing, keptClosing } from "../changes/keptClosing";
import type { LoadedRequest } from "../load/loadRequest";
import type { Parting } from "./partingMessages";

/** A split as kept with the new sequence: who split it off, and how the original sequence stood before. */
export type KeptSplit = {
  before: KeptClosing;
  wasOver: boolean;
  cancelledClockIds: string[];
  /** The closing that the original sequence had kept (`before_closing`). */
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

/** The stored form of a split, to be kept with the new sequence so that it can be taken back. */
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

/** Reads a kept split; null if the sequence was not split off another. */
export function readSplit({ sequence, configuration }: LoadedRequest): KeptSplit | null {
  const stored = Stored.safeParse(sequence.metadata).data;
  const before = stored ? keptClosing(stored.split.before, { configuration }) : null;
  return stored && before ? { ...stored.split, before } : null;
}
