"use client";

import { useEffect, useState } from "react";

/** False at first, true after `delayMs`: what would only flash is not shown at all. */
export function useDelayed(delayMs: number): boolean {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsDue(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return isDue;
}
