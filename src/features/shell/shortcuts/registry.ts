import { createCallbacks } from "@/client/createCallbacks";
import type { Command, RegisteredCommand } from "./command";
import { KEYMAP, type Shortcut } from "./keymap";

const WITHOUT_KEYS: Shortcut = { keys: [], scope: "global", category: "general" };
const KNOWN: Readonly<Record<string, Shortcut>> = KEYMAP;

/** The commands of all mounted components. Keys, the palette and the `?` sheet read the same list. */
export function createRegistry() {
  const groups = new Set<readonly RegisteredCommand[]>();
  const listeners = createCallbacks<[]>();
  let commands: readonly RegisteredCommand[] = [];

  const publish = () => {
    commands = [...groups].flat();
    listeners.call();
  };

  return {
    /** All commands; the same array until one is added or removed. */
    all: () => commands,
    /** Adds commands; returns a function that removes them. */
    add(added: readonly Command[]) {
      const group = added.map(completed);
      groups.add(group);
      publish();
      return () => {
        groups.delete(group);
        publish();
      };
    },
    subscribe: listeners.add,
  };
}

function completed(command: Command): RegisteredCommand {
  const known = KNOWN[command.id] ?? WITHOUT_KEYS;
  return {
    id: command.id,
    title: command.title,
    run: command.run,
    when: command.when ?? (() => true),
    keys: command.keys ?? known.keys,
    scope: command.scope ?? known.scope,
    category: command.category ?? known.category,
    isUnlisted: command.isUnlisted ?? false,
  };
}

/** The commands of this tab. */
export const registry = createRegistry();

/** Registers commands; returns a function that removes them. In components, use `useCommands` instead. */
export function registerCommands(commands: readonly Command[]): () => void {
  return registry.add(commands);
}
