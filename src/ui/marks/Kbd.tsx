"use client";

import { useSyncExternalStore } from "react";

/** Shows keys as they are on the viewer's keyboard. Hidden from screen readers, which read `aria-keyshortcuts`. */
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

const APPLE: Record<string, string> = { mod: "⌘", shift: "⇧", alt: "⌥", ctrl: "⌃" };
const OTHERS: Record<string, string> = { mod: "Ctrl", shift: "Shift", alt: "Alt", ctrl: "Ctrl" };
const BOTH: Record<string, string> = {
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  space: "Space",
};

/** The key caps to press, step by step: `g b` is two steps of one cap, `mod+k` is one step of two. */
function keyNames(keys: string, isApple: boolean): string[][] {
  return keys.split(" ").map((step) => step.split("+").map((key) => nameOf(key, isApple)));
}

function nameOf(key: string, isApple: boolean): string {
  const named = (isApple ? APPLE : OTHERS)[key] ?? BOTH[key];
  return named ?? key.toUpperCase();
}

const neverChanges = () => () => undefined;
const readIsApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Whether the viewer's keyboard has ⌘ instead of Ctrl. False until the page is hydrated. */
function useIsApple(): boolean {
  return useSyncExternalStore(neverChanges, readIsApple, () => false);
}
