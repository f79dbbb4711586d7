"use client";

import { useState, useSyncExternalStore } from "react";
import { createPreference } from "@/features/shell/preferences";
import { useMinWidth } from "./useMinWidth";

/** From this width on the context stands beside the thread; with a backchannel open it needs more room (UX 1.2). */
const BESIDE_FROM_PX = 1280;
const BESIDE_BACKCHANNEL_FROM_PX = 1800;

const preference = createPreference("parley.context", ["shown", "hidden"] as const);

export type ContextPaneState = { isShown: boolean; look: "beside" | "over"; toggle: () => void; close: () => void };

/** Whether the context is shown: beside the thread as the rep last chose, or over it if the window is narrow. */
export function useContextPane(hasBackchannelOpen: boolean): ContextPaneState {
  const chosen = useSyncExternalStore(preference.subscribe, preference.read, () => "shown" as const);
  const isBeside = useMinWidth(hasBackchannelOpen ? BESIDE_BACKCHANNEL_FROM_PX : BESIDE_FROM_PX);
  const [isOver, setOver] = useState(false);
  if (isBeside) {
    const isShown = chosen === "shown";
    const turn = (on: boolean) => preference.write(on ? "shown" : "hidden");
    return { isShown, look: "beside", toggle: () => turn(!isShown), close: () => turn(false) };
  }
  return { isShown: isOver, look: "over", toggle: () => setOver(!isOver), close: () => setOver(false) };
}
