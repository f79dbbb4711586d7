"use client";

import type { Connection } from "./openLiveStream";
import { useLiveStatus } from "./useLiveStatus";

/** How the stream of this tab stands. */
export function useConnection(): Connection {
  return useLiveStatus("connection");
}
