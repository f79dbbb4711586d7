/** The most streams that one party may have open at once. */
const STREAMS_OF_PARTY_MAX = 12;

type Open = { readonly tab: string | null; end(): void };
export type OpenStreams = {
  /**
   * Counts a stream in, and returns a function that counts it out; null if its party has too many. A tab has one
   * stream: an earlier one of the same tab is ended, since the tab has given up that connection.
   */
  enter(partyId: string, stream: Open): (() => void) | null;
};

/** Counts the streams of each party in this process. */
export function openStreams(): OpenStreams {
  const ofParties = new Map<string, Set<Open>>();
  return {
    enter(partyId, stream) {
      const open = ofParties.get(partyId) ?? new Set();
      for (const earlier of [...open].filter(({ tab }) => tab !== null && tab === stream.tab)) {
        open.delete(earlier);
        earlier.end();
      }
      if (open.size >= STREAMS_OF_PARTY_MAX) return null;
      ofParties.set(partyId, open.add(stream));
      return () => {
        open.delete(stream);
        if (open.size === 0 && ofParties.get(partyId) === open) ofParties.delete(partyId);
      };
    },
  };
}
