"use client";

import { useEffect } from "react";
import type { Command } from "./command";
import { registerCommands } from "./registry";

/**
 * Registers commands while the component is mounted.
 *
 * @param commands from useMemo, else they are registered again at each render
 */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => registerCommands(commands), [commands]);
}
