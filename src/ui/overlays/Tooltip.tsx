"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "../marks/Kbd";

/** Lets tooltips that follow each other open at once; mounted once at the root. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider delay={400} closeDelay={80}>
      {children}
    </Base.Provider>
  );
}

export type TooltipProps = {
  /** A short text; never the only place of a fact, and the trigger has a name of its own. */
  content: ReactNode;
  /** Keys of the same deed, as in the shortcut registry: `mod+k`, `g b`. */
  keys?: string | undefined;
  side?: "top" | "bottom" | "inline-start" | "inline-end";
  /** The element that is explained; it must pass props and ref on. */
  children: ReactElement;
};

/** Explains an element on hover and focus; can be hovered itself, and Escape closes it. */
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
