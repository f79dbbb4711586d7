"use client";

import dynamic from "next/dynamic";
import { useEffect, useSyncExternalStore } from "react";
import { loadWhenIdle } from "@/client/loadWhenIdle";
import { overlays } from "../overlays";

const loadPalette = () => import("../palette/CommandPalette").then((each) => each.CommandPalette);
const CommandPalette = dynamic(loadPalette, { ssr: false });
const ShortcutSheet = dynamic(() => import("../palette/ShortcutSheet").then((each) => each.ShortcutSheet), {
  ssr: false,
});

/**
 * The windows that a key or a command can open. Their code is loaded when they are first opened, except for that of the
 * palette: it is loaded when the browser is idle, since people type as soon as they have pressed its key.
 */
export function Overlays() {
  useEffect(() => loadWhenIdle(loadPalette), []);
  const open = useSyncExternalStore(overlays.subscribe, overlays.current, () => null);
  if (open === "palette") return <CommandPalette />;
  return open === "shortcuts" ? <ShortcutSheet /> : null;
}
