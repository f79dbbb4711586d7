"use client";

import { Ellipsis } from "lucide-react";
import { useCallback, useState } from "react";
import { IconButton } from "@/ui/IconButton";
import { Menu } from "@/ui/overlays/Menu";
import type { MenuItem } from "@/ui/overlays/menuItem";

export type LazyMenuProps = { label: string; items: () => MenuItem[]; className?: string };

/** A menu for a line of a long list. It is only a button until it is first opened. */
export function LazyMenu({ label, items, className }: LazyMenuProps) {
  const [isMade, setMade] = useState(false);
  const [isOpen, setOpen] = useState(false);
  // The pressed button is replaced by a new one, to which the menu must return the focus.
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
