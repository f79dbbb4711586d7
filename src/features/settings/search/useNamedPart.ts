"use client";

import { useEffect } from "react";
import { showNamedPart } from "./showNamedPart";

/** Shows what the address names as soon as the page has it: the browser looked for it before it was there. */
export function useNamedPart(): void {
  useEffect(() => showNamedPart(window.location.href), []);
}
