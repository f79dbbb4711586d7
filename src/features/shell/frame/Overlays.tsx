"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { overlays } from "../overlays";

const CommandPalette = dynamic(() => import("../palette/CommandPalette").then((each) => each.CommandPalette), {
  ssr: false,
});
const ShortcutSheet = dynamic(() => import("../palette/ShortcutSheet").then((each) => each.ShortcutSheet), {
  ssr: false,
});

/** The windows that any key or command can open; their code comes when they are first opened. */
export function Overlays() {
  const open = useSyncExternalStore(overlays.subscribe, overlays.current, () => null);
  if (open === "palette") return <CommandPalette />;
  return open === "shortcuts" ? <ShortcutSheet /> : null;
}
