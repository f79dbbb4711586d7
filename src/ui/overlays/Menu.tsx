"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, RefObject } from "react";
import { MenuEntry } from "./MenuEntry";
import type { MenuItem } from "./menuItem";

export type MenuProps = {
  /** A Button or IconButton. Its text is the name of the menu. */
  trigger: ReactElement;
  items: readonly MenuItem[];
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "inline-start" | "inline-end";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** The element that gets the focus when the menu is closed; its button by default. */
  returnsTo?: RefObject<HTMLElement | null>;
};

/** A menu of actions and choices: the arrow keys move, letters find, Escape closes it and returns the focus. */
export function Menu({ trigger, items, align = "start", side = "bottom", isOpen, onOpenChange, returnsTo }: MenuProps) {
  return (
    <Base.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
      modal={false}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} collisionPadding={8} className="z-40">
          <Base.Popup
            {...(returnsTo ? { finalFocus: returnsTo } : {})}
            className="popup max-h-(--available-height) min-w-44 max-w-80 overflow-y-auto p-1"
          >
            {items.map((item) => (
              <MenuEntry key={item.id} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
