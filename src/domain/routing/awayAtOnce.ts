/** A rep on duty whom nobody sees, and since when. */
export type Unseen = { readonly id: string; readonly unseenSince: Date };

/** The reps who become away at the next sweep if a rep may be unseen for no longer than `awayAfterMs`. */
export function awayAtOnce<Rep extends Unseen>(reps: readonly Rep[], awayAfterMs: number, nowMs: number): Rep[] {
  return reps.filter(({ unseenSince }) => nowMs - unseenSince.getTime() >= awayAfterMs);
}
