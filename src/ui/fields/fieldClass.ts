/** The face that all fields share: text, select and combobox look alike. */
export const FIELD_CLASS =
  "w-full rounded-control border border-line-control bg-surface px-2.5 text-body text-fg outline-offset-0 " +
  "aria-invalid:border-bad disabled:opacity-55 pointer-touch:text-[1rem]";
