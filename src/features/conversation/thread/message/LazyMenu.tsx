"use client";

import { Ellipsis } from "lucide-react";
import { useCallback, useState } from "react";
import { IconButton } from "@/ui/IconButton";
import { Menu } from "@/ui/overlays/Menu";
import type { MenuItem } from "@/ui/overlays/menuItem";

export type LazyMenuProps = { label: string; items: () => MenuItem[]; className?: string };

/** A menu for each line of a long list: only a button until it is opened for the first time. */
export function LazyMenu({ label, items, className }: LazyMenuProps) {
  const [isMade, setMade] = useState(false);
  const [isOpen, setOpen] = useState(false);
  // The button that was pressed is replaced: what opens next gives the focus back to the new one.
  const takeFocus = useCallback((made: HTMLButtonElement | null) => made?.focus(), []);
  const button = (
    <IconButton
      isPlain
      size="compact"
      label={label}
      icon={<Ellipsis className="size-4" aria-hidden="true" />}
      {...(className === undefined ? {} : { className })}
      {...(isMade ? { ref: takeFocus } : { "aria-haspopup": "menu" as const, onClick: () => openFirst() })}
    />
  );
  const openFirst = () => {
    setMade(true);
    setOpen(true);
  };
  return isMade ? <Menu trigger={button} items={items()} align="end" isOpen={isOpen} onOpenChange={setOpen} /> : button;
}
