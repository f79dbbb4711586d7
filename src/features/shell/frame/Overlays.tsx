"use client";

import dynamic from "next/dynamic";
import { useEffect, useSyncExternalStore } from "react";
import { overlays } from "../overlays";

const PRELOAD_AFTER_MS = 2_000;

const loadPalette = () => import("../palette/CommandPalette").then((each) => each.CommandPalette);
const CommandPalette = dynamic(loadPalette, { ssr: false });
const ShortcutSheet = dynamic(() => import("../palette/ShortcutSheet").then((each) => each.ShortcutSheet), {
  ssr: false,
});

/**
 * The windows that any key or command can open; their code comes when they are first opened, that of the palette while
 * nobody waits for anything, since people type on as soon as they have called it.
 */
export function Overlays() {
  useEffect(() => {
    // Safari knows no idle time. What could not be had is asked for again when it is opened.
    const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, PRELOAD_AFTER_MS));
    later(() => void loadPalette().catch(() => undefined));
  }, []);
  const open = useSyncExternalStore(overlays.subscribe, overlays.current, () => null);
  if (open === "palette") return <CommandPalette />;
  return open === "shortcuts" ? <ShortcutSheet /> : null;
}
