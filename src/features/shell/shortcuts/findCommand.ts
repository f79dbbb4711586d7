import type { RegisteredCommand } from "./command";
import type { CommandScope } from "./keymap";

export type Found = { run: RegisteredCommand | null; isBeginning: boolean };

const NEEDS_FOCUS: ReadonlySet<CommandScope> = new Set(["composer", "invitation", "undecided"]);

/**
 * The command whose keys are `pressed` (steps joined by a space), and whether `pressed` could begin a longer sequence.
 * Scopes that need the focus win; among equals, the command that was registered last wins.
 *
 * @param focused the scopes around the focused element
 * @param isWriting the focus is in a text field: then only keys with a modifier and function keys act
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

/** Whether the keys would type something in a text field. */
export function isPlain(keys: string): boolean {
  return keys.split(" ").every((step) => !step.startsWith("mod+") && !step.startsWith("alt+") && !/f\d+$/.test(step));
}
