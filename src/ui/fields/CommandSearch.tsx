"use client";

import { Autocomplete as Base } from "@base-ui/react/autocomplete";
import { Search } from "lucide-react";
import { useRef } from "react";
import { leaveToInputMethod } from "../keys/pressedKey";
import { Kbd } from "../marks/Kbd";
import { Dialog } from "../overlays/Dialog";

export type CommandItem = {
  id: string;
  label: string;
  keys: string | undefined;
  /** True if it matches what was typed although its label may not: it is always shown. */
  isAlwaysShown?: boolean;
};
export type CommandGroup = { id: string; label: string; items: CommandItem[] };

export type CommandSearchProps = {
  title: string;
  placeholder: string;
  emptyText: string;
  groups: readonly CommandGroup[];
  onChoose: (id: string) => void;
  onClose: () => void;
  /** Called with what is typed, for groups that are found elsewhere. */
  onType?: (text: string) => void;
};

/** A window with a field and a list: typing filters, the arrow keys move, Enter chooses, Escape closes. */
export function CommandSearch({
  title,
  placeholder,
  emptyText,
  groups,
  onChoose,
  onClose,
  onType,
}: CommandSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  const { contains } = Base.useFilter({ sensitivity: "base" });
  const shown = groups.map(({ id, label, items }) => ({ value: id, label, items }));
  return (
    <Dialog isOpen onOpenChange={onClose} title={title} isTitleHidden placement="top" initialFocus={field}>
      <Base.Root
        open
        inline
        autoHighlight="always"
        items={shown}
        itemToStringValue={({ label }: CommandItem) => label}
        filter={({ label, isAlwaysShown }: CommandItem, text: string) => isAlwaysShown || contains(label, text)}
        {...(onType ? { onValueChange: (text: string) => onType(text) } : {})}
      >
        <div className="flex items-center gap-2 border-line border-b px-4">
          <Search className="size-4 text-fg-3" aria-hidden="true" />
          <Base.Input
            ref={field}
            aria-label={title}
            placeholder={placeholder}
            onKeyDown={leaveToInputMethod}
            className="h-12 flex-1 bg-transparent text-title outline-none"
          />
        </div>
        <Base.Empty className="px-4 py-6 text-center text-fg-2 empty:hidden">{emptyText}</Base.Empty>
        <Base.List className="max-h-[60dvh] overflow-y-auto p-1 outline-none">
          {(group: (typeof shown)[number]) => (
            <Base.Group key={group.value} items={group.items}>
              <Base.GroupLabel className="px-3 pt-2 pb-1 font-medium text-fg-3 text-meta">
                {group.label}
              </Base.GroupLabel>
              <Base.Collection>
                {(item: CommandItem) => (
                  <Base.Item
                    key={item.id}
                    value={item}
                    onClick={() => onChoose(item.id)}
                    className="flex min-h-9 select-none items-center gap-2 rounded-control px-3 outline-none data-highlighted:bg-selected pointer-touch:min-h-11"
                  >
                    <span className="flex-1">{item.label}</span>
                    {item.keys ? <Kbd keys={item.keys} /> : null}
                  </Base.Item>
                )}
              </Base.Collection>
            </Base.Group>
          )}
        </Base.List>
      </Base.Root>
    </Dialog>
  );
}
