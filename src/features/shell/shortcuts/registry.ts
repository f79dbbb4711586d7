import type { Command } from "./command";
import { createRegistry } from "./createRegistry";

/** The commands of this tab. */
export const registry = createRegistry();

/** Offers commands to keys, palette and `?` sheet; gives back how to withdraw them. In components: `useCommands`. */
export function registerCommands(commands: readonly Command[]): () => void {
  return registry.add(commands);
}
