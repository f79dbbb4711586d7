"use client";

import { useEffect } from "react";

/** Shows the element that an address names after its `#`, and puts the focus there; without one it does nothing. */
export function showNamedPart(address: string): void {
  const id = new URL(address, window.location.href).hash.slice(1);
  const part = id === "" ? null : document.getElementById(id);
  part?.scrollIntoView({ block: "start" });
  part?.focus({ preventScroll: true });
}

/** Shows what the address names as soon as the page has it: the browser looked for it before it was there. */
export function useNamedPart(): void {
  useEffect(() => showNamedPart(window.location.href), []);
}
