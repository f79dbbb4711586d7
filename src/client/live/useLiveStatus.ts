"use client";

import { useSyncExternalStore } from "react";
import type { LiveStatus } from "./createLiveStore";
import { useLiveStore } from "./LiveProvider";

/** One part of the status of this tab, such as its connection. Renders again only when that part changes. */
export function useLiveStatus<Part extends keyof LiveStatus>(part: Part): LiveStatus[Part] {
  const store = useLiveStore();
  const read = () => store.status()[part];
  return useSyncExternalStore(store.subscribe, read, read);
}
