"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { typeIntoField } from "./dialogKeys";

export type PopoverProps = {
  trigger: ReactElement;
  /** The heading, which names the popover. With `isTitleHidden` only screen readers get it. */
  title: string;
  isTitleHidden?: boolean;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "inline-start" | "inline-end";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

/** A small non-modal window that a button opens. */
export function Popover(props: PopoverProps) {
  const {
    trigger,
    title,
    isTitleHidden = false,
    children,
    align = "start",
    side = "bottom",
    isOpen,
    onOpenChange,
  } = props;
  return (
    <Base.Root {...(isOpen === undefined ? {} : { open: isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} collisionPadding={8} className="z-40">
          <Base.Popup
            onKeyDown={typeIntoField}
            className="popup max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto p-3"
          >
            <Base.Title className={isTitleHidden ? "sr-only" : "pb-2 font-semibold text-table"}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
