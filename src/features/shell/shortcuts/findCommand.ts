import type { RegisteredCommand } from "./command";
import type { CommandScope } from "./keymap";

export type Found = { run: RegisteredCommand | null; isBeginning: boolean };

const NEEDS_FOCUS: ReadonlySet<CommandScope> = new Set(["composer", "invitation", "undecided"]);

/**
 * The command that `pressed` (steps joined by a space) means, and whether it could be the beginning of a longer one.
 * Scopes that need the focus come first; among equals the one that was registered last.
 *
 * @param focused the scopes around the focused element
 * @param isWriting the focus is in a text field: only keys with a modifier act then, and function keys
 */
export function findCommand(
  commands: readonly RegisteredCommand[],
  pressed: string,
  { focused, isWriting }: { focused: readonly string[]; isWriting: boolean },
): Found {
  const reachable = commands.filter(
    (each) => (!NEEDS_FOCUS.has(each.scope) || focused.includes(each.scope)) && each.when(),
  );
  const usable = (keys: string) => !isWriting || !isPlain(keys);
  const matches = reachable.filter(({ keys }) => keys.some((each) => each === pressed && usable(each)));
  const run = matches.findLast(({ scope }) => NEEDS_FOCUS.has(scope)) ?? matches.at(-1) ?? null;
  const isBeginning = reachable.some(({ keys }) => keys.some((each) => each.startsWith(`${pressed} `) && usable(each)));
  return { run, isBeginning };
}

/** Whether the keys would type something. */
export function isPlain(keys: string): boolean {
  return keys.split(" ").every((step) => !step.startsWith("mod+") && !step.startsWith("alt+") && !/f\d+$/.test(step));
}
