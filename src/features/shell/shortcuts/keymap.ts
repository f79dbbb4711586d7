export type CommandCategory = "general" | "navigation" | "list" | "request" | "writing";

/**
 * Where keys act. The first five act wherever the focus is, as long as their screen is mounted. The others act only
 * while the focus is inside an element with that `data-shortcut-scope`, and win there.
 */
export type CommandScope =
  | "global"
  | "queue"
  | "conversation"
  | "board"
  | "settings"
  | "composer"
  | "invitation"
  | "undecided";

export type Shortcut = { keys: readonly string[]; scope: CommandScope; category: CommandCategory };

const of = (scope: CommandScope, category: CommandCategory, ...keys: string[]): Shortcut => ({ keys, scope, category });

/**
 * Every key of the console (UX §1.12), by the id of its command. `mod` is ⌘ or Ctrl; `g b` means g, then b. They are
 * all here, so that a test can refuse two commands with the same key.
 */
export const KEYMAP = {
  "shell.palette": of("global", "general", "mod+k"),
  "shell.shortcuts": of("global", "general", "?"),
  "shell.nextPane": of("global", "general", "f6"),
  "shell.previousPane": of("global", "general", "shift+f6"),
  "me.here": of("global", "general", "h"),
  "go.mine": of("global", "navigation", "g i"),
  "go.unassigned": of("global", "navigation", "g u"),
  "go.backchannels": of("global", "navigation", "g m"),
  "go.closed": of("global", "navigation", "g c"),
  "go.board": of("global", "navigation", "g b"),
  "go.settings": of("global", "navigation", "g s"),
  "go.invitation": of("global", "navigation", "g n"),
  "queue.next": of("queue", "list", "j"),
  "queue.previous": of("queue", "list", "k"),
  "queue.applyNew": of("queue", "list", "."),
  "queue.takeNext": of("queue", "list", "t"),
  "conversation.reply": of("conversation", "request", "r"),
  "conversation.backchannel": of("conversation", "request", "b"),
  "conversation.state": of("conversation", "request", "s"),
  "conversation.needInfo": of("conversation", "request", "n"),
  "conversation.tags": of("conversation", "request", "l"),
  "conversation.escalate": of("conversation", "request", "e"),
  "conversation.assign": of("conversation", "request", "a"),
  "conversation.take": of("conversation", "request", "i"),
  "conversation.previousTab": of("conversation", "request", "["),
  "conversation.nextTab": of("conversation", "request", "]"),
  "conversation.back": of("conversation", "request", "u"),
  "conversation.undo": of("conversation", "request", "z"),
  "composer.send": of("composer", "writing", "mod+enter"),
  "composer.sendAndClose": of("composer", "writing", "mod+shift+enter"),
  "invitation.accept": of("invitation", "request", "a"),
  "invitation.decline": of("invitation", "request", "r"),
  "settings.search": of("settings", "list", "/"),
  "undecided.first": of("undecided", "list", "1"),
  "undecided.second": of("undecided", "list", "2"),
  "undecided.third": of("undecided", "list", "3"),
} as const satisfies Record<string, Shortcut>;

export type KnownCommandId = keyof typeof KEYMAP;

/** The keys of a command, for its tooltip; undefined if it has none. */
export function keysOf(id: KnownCommandId): string | undefined {
  return KEYMAP[id].keys[0];
}
