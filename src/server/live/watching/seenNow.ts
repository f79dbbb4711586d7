import type { SequenceView } from "@/contract/views/requestViews";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { sequenceView } from "../../request/queries/sequenceView";
import { requestVersion, threadStamps } from "../../request/queries/watchStamps";

/** How often a request is read if it changes during every reading. */
const READS_MAX = 3;

/** The sequence, and a stamp of everything that is shown of it; null if it is not there for `pov`. */
export async function seenNow(
  pov: Pov,
  sequenceId: string,
  deps: Deps,
): Promise<{ view: SequenceView; stamp: string } | null> {
  try {
    const { threads, view } = await atOneVersion(sequenceId, deps, async () => ({
      threads: await threadStamps(pov, sequenceId, deps),
      view: await sequenceView(pov, sequenceId, deps),
    }));
    // The position of the viewer's own lists says nothing about the sequence.
    return { view, stamp: JSON.stringify([{ ...view, asOf: null }, threads]) };
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}

/**
 * Reads a request at one version. If somebody takes the request between two statements, one of them would say that it
 * waits, and the other that somebody has it. After READS_MAX tries the last result counts, and the next ring corrects
 * it.
 */
async function atOneVersion<Read>(sequenceId: string, deps: Deps, read: () => Promise<Read>): Promise<Read> {
  let before = await requestVersion(sequenceId, deps);
  for (let tries = 1; ; tries++) {
    const found = await read();
    const after = await requestVersion(sequenceId, deps);
    if (after === before || tries === READS_MAX) return found;
    before = after;
  }
}
