import type { SequenceView } from "@/contract/views/requestViews";

/** A change of a sequence that can be undone. */
export type SequenceChange = Partial<Pick<SequenceView, "state" | "categoryId" | "tags" | "subject">>;

/** A change that is already shown. `version` is null until the server has answered. */
export type PendingChange = { key: number; change: SequenceChange; version: number | null };

/** The sequence with the pending changes that the stream has not told yet. */
export function withPending(sequence: SequenceView, pending: readonly PendingChange[]): SequenceView {
  const ahead = pending.filter(({ version }) => version === null || version > sequence.version);
  const version = ahead.at(-1)?.version ?? sequence.version;
  const shown: SequenceView = Object.assign({}, sequence, ...ahead.map(({ change }) => change), { version });
  return { ...shown, isCategoryConfirmed: isConfirmed(sequence, shown.categoryId, pending) };
}

/**
 * A category that the viewer set or confirmed counts as confirmed as long as it is the category. The stream tells the
 * category alone; until the sequence is read again, only the pending change knows that it is confirmed.
 */
function isConfirmed(sequence: SequenceView, categoryId: string | null, pending: readonly PendingChange[]): boolean {
  if (sequence.isCategoryConfirmed && categoryId === sequence.categoryId) return true;
  const own = pending.findLast(({ change }) => change.categoryId !== undefined)?.change.categoryId;
  return categoryId !== null && own === categoryId;
}

/** The change that would restore the values that `change` replaces. */
export function reverseOf(sequence: SequenceView, change: SequenceChange): SequenceChange {
  const { state, categoryId, tags, subject } = sequence;
  return {
    ...(change.state === undefined ? {} : { state }),
    ...(change.categoryId === undefined ? {} : { categoryId }),
    ...(change.tags === undefined ? {} : { tags }),
    ...(change.subject === undefined ? {} : { subject }),
  };
}

/** Whether two changes set the same values. */
export function isSameChange(one: SequenceChange, other: SequenceChange): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
