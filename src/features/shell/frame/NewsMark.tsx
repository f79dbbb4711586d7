/** A small mark at the corner of an entry that has news; the entry's name says how many. */
export function NewsMark() {
  return (
    <span
      aria-hidden="true"
      className="absolute end-1 top-1 size-2.5 rounded-full border-2 border-surface bg-warn-solid forced-colors:bg-[Highlight]"
    />
  );
}
