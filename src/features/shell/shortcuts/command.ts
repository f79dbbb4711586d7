import type { CommandCategory, CommandScope, KnownCommandId } from "./keymap";

/** Something that can be done from the palette or by keys. Keys, scope and category come from the keymap by its id. */
export type Command = {
  /** An id of the keymap, or one of its own for a command without keys. */
  id: KnownCommandId | (string & Record<never, never>);
  /** In the viewer's language. */
  title: string;
  run: () => void;
  /** False while it cannot be done; it is then neither offered nor run. */
  when?: () => boolean;
  keys?: readonly string[];
  scope?: CommandScope;
  category?: CommandCategory;
  /** Left out of the palette, such as the palette's own command. */
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
