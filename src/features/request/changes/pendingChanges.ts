import type { SequenceView } from "@/contract/views/repViews";

/** What a rep can change of a sequence with an undo. */
export type SequenceChange = Partial<Pick<SequenceView, "state" | "categoryId" | "tags" | "subject">>;

/** A change that is shown already; `version` is null until the server has answered. */
export type PendingChange = { key: number; change: SequenceChange; version: number | null };

/** The sequence as it will be once the pending changes are told by the stream; those that were told are left out. */
export function withPending(sequence: SequenceView, pending: readonly PendingChange[]): SequenceView {
  const ahead = pending.filter(({ version }) => version === null || version > sequence.version);
  const version = ahead.at(-1)?.version ?? sequence.version;
  const shown: SequenceView = Object.assign({}, sequence, ...ahead.map(({ change }) => change), { version });
  return { ...shown, isCategoryConfirmed: isConfirmed(sequence, shown.categoryId, pending) };
}

/**
 * What the viewer set or confirmed is confirmed as long as it is the category: also between hearing of it, which tells
 * the category alone, and having read it.
 */
function isConfirmed(sequence: SequenceView, categoryId: string | null, pending: readonly PendingChange[]): boolean {
  if (sequence.isCategoryConfirmed && categoryId === sequence.categoryId) return true;
  const own = pending.findLast(({ change }) => change.categoryId !== undefined)?.change.categoryId;
  return categoryId !== null && own === categoryId;
}

/** The values that a change would replace, to take it back with. */
export function reverseOf(sequence: SequenceView, change: SequenceChange): SequenceChange {
  const { state, categoryId, tags, subject } = sequence;
  return {
    ...(change.state === undefined ? {} : { state }),
    ...(change.categoryId === undefined ? {} : { categoryId }),
    ...(change.tags === undefined ? {} : { tags }),
    ...(change.subject === undefined ? {} : { subject }),
  };
}

/** Whether two changes lead to the same values. */
export function isSameChange(one: SequenceChange, other: SequenceChange): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
