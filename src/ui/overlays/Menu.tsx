"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, RefObject } from "react";
import { MenuEntry } from "./MenuEntry";
import type { MenuItem } from "./menuItem";

export type MenuProps = {
  /** A Button or IconButton; its own text is the name of the menu. */
  trigger: ReactElement;
  items: readonly MenuItem[];
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "inline-start" | "inline-end";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Where the work goes on once it is closed, if not at its button. */
  returnsTo?: RefObject<HTMLElement | null>;
};

/** A list of deeds or choices behind a button: arrows move, letters find, Escape closes and gives the focus back. */
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
