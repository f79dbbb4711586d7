"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;
const readIsApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Whether the viewer's keyboard has ⌘ where others have Ctrl; false until the page is alive. */
export function useIsApple(): boolean {
  return useSyncExternalStore(neverChanges, readIsApple, () => false);
}
