"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "../marks/Kbd";

/** Lets a tooltip open at once after another one. Mounted once, at the root. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider delay={400} closeDelay={80}>
      {children}
    </Base.Provider>
  );
}

export type TooltipProps = {
  /** A short text. It must not be the only place of a fact, and the trigger needs its own name. */
  content: ReactNode;
  /** The keys of the same action, as in the keymap: `mod+k`, `g b`. */
  keys?: string | undefined;
  side?: "top" | "bottom" | "inline-start" | "inline-end";
  /** The element to explain. It must pass on props and ref. */
  children: ReactElement;
};

/** Explains an element on hover and focus. The tooltip can be hovered, too, and Escape closes it. */
export function Tooltip({ content, keys, side = "top", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className="popup flex max-w-64 items-center gap-2 rounded-control px-2 py-1 text-meta">
            {content}
            {keys ? <Kbd keys={keys} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
