"use client";

import { keyNames } from "./keyNames";
import { useIsApple } from "./useIsApple";

/** Keys as they stand on the viewer's keyboard; hidden from screen readers, which have `aria-keyshortcuts`. */
export function Kbd({ keys }: { keys: string }) {
  const isApple = useIsApple();
  const caps = keyNames(keys, isApple).flat();
  return (
    <span aria-hidden="true" translate="no" className="inline-flex items-center gap-0.5 text-fg-3">
      {caps.map((cap) => (
        <kbd
          key={cap}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-meta leading-none"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
