"use client";

import { useEffect } from "react";

/** Scrolls to the element that an address names after its `#`, and focuses it. Does nothing without such an element. */
export function showNamedPart(address: string): void {
  const id = new URL(address, window.location.href).hash.slice(1);
  const part = id === "" ? null : document.getElementById(id);
  part?.scrollIntoView({ block: "start" });
  part?.focus({ preventScroll: true });
}

/** Shows the part that the address names when the caller is mounted: the browser looked for it too early. */
export function useNamedPart(): void {
  useEffect(() => showNamedPart(window.location.href), []);
}
