import type { CommandCategory, CommandScope, KnownCommandId } from "./keymap";

/** An action of the palette or of keys. Keys, scope and category come from the keymap unless they are given. */
export type Command = {
  /** An id of the keymap, or any other id for a command without keys. */
  id: KnownCommandId | (string & Record<never, never>);
  /** Its name in the viewer's language. */
  title: string;
  run: () => void;
  /** False while the command cannot be run; the palette leaves it out then. */
  when?: () => boolean;
  keys?: readonly string[];
  scope?: CommandScope;
  category?: CommandCategory;
  /** True if the palette leaves it out, such as the palette's own command. */
  isUnlisted?: boolean;
};

export type RegisteredCommand = {
  id: string;
  title: string;
  run: () => void;
  when: () => boolean;
  keys: readonly string[];
  scope: CommandScope;
  category: CommandCategory;
  isUnlisted: boolean;
};
