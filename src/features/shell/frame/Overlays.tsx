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
 * The windows that any key or command can open; their code comes when they are first opened, that of the palette while
 * nobody waits for anything, since people type on as soon as they have called it.
 */
export function Overlays() {
  useEffect(() => loadWhenIdle(loadPalette), []);
  const open = useSyncExternalStore(overlays.subscribe, overlays.current, () => null);
  if (open === "palette") return <CommandPalette />;
  return open === "shortcuts" ? <ShortcutSheet /> : null;
}
