import type pg from "pg";
import type { Pov } from "@/domain/pov/pov";
import type { Clock } from "../clock";

/** What somebody saw by privilege: by their role (P5), or by the organization's rule (P6). */
export type Look = {
  /** A look at a request names its sequence, a look at a backchannel the interaction. */
  readonly kind: "sequence" | "interaction";
  readonly id: string;
  readonly sequenceId: string | null;
  readonly right: "role" | "rule";
};

type TraceDeps = { pool: pg.Pool; clock: Clock; newId: () => string };

/** The privileged looks that this process traces. */
export type Looks = {
  /** Writes the trace of privileged looks (P12): ids and verbs only, never what was seen. */
  record(pov: Pov, looks: readonly Look[], deps: TraceDeps): Promise<void>;
  /** Counts everything that a party sees of a sequence as one look, until the returned function is called. */
  hold(partyId: string, sequenceId: string): () => void;
};

/** A repeated look within this time is the same look. */
const SAME_LOOK_MS = 10 * 60_000;

/** Traces privileged looks. A look leaves one trace, however long it lasts. */
export function openLooks(): Looks {
  const held = new Map<string, { holders: number; tracedIds: Set<string> }>();
  const nameOf = (partyId: string, sequenceId: string) => `${partyId} ${sequenceId}`;
  return {
    async record(pov, looks, deps) {
      const heldFor = ({ sequenceId }: Look) =>
        sequenceId === null ? null : held.get(nameOf(pov.partyId, sequenceId));
      const fresh = distinct(looks).filter((look) => !heldFor(look)?.tracedIds.has(look.id));
      if (fresh.length === 0) return;
      await writeTraces(pov, fresh, deps);
      for (const look of fresh) heldFor(look)?.tracedIds.add(look.id);
    },
    hold(partyId, sequenceId) {
      const name = nameOf(partyId, sequenceId);
      const look = held.get(name) ?? { holders: 0, tracedIds: new Set<string>() };
      held.set(name, look);
      look.holders += 1;
      return () => {
        look.holders -= 1;
        if (look.holders === 0) held.delete(name);
      };
    },
  };
}

/** Looks for a viewer who keeps one screen open: what was traced once is not traced again. */
export function oneLook(looks: Looks): Looks {
  const tracedIds = new Set<string>();
  return {
    ...looks,
    async record(pov, seen, deps) {
      const fresh = seen.filter(({ id }) => !tracedIds.has(id));
      await looks.record(pov, fresh, deps);
      for (const { id } of fresh) tracedIds.add(id);
    },
  };
}

function distinct(looks: readonly Look[]): Look[] {
  return [...new Map(looks.map((look) => [look.id, look])).values()];
}

async function writeTraces(pov: Pov, looks: readonly Look[], { pool, clock, newId }: TraceDeps): Promise<void> {
  const now = clock.now();
  await pool.query({
    name: "trace_looks",
    text: TRACE_LOOKS,
    values: [
      pov.partyId,
      pov.organizationId,
      now,
      new Date(now.getTime() - SAME_LOOK_MS),
      looks.map(() => newId()),
      looks.map(({ kind }) => kind),
      looks.map(({ id }) => id),
      looks.map(({ right }) => right),
    ],
  });
}

/**
 * A function of the database, so that of simultaneous calls each sees the trace of the one before and writes no second.
 */
const TRACE_LOOKS = `select trace_looks($1, $2, $3, $4, $5, $6, $7, $8)`;
