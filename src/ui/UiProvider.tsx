"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import type { ReactNode } from "react";
import { SubmitKeys } from "./fields/SubmitKeys";
import { ToastProvider } from "./overlays/ToastProvider";
import { TooltipProvider } from "./overlays/Tooltip";
import { LiveRegion } from "./speech/LiveRegion";
import { keepTextNodes } from "./translation/keepTextNodes";

// Starts before the first render: a browser may translate the page at once.
if (typeof document !== "undefined") keepTextNodes(document);

export type UiProviderProps = { direction: "ltr" | "rtl"; nonce: string | undefined; children: ReactNode };

/** The providers that src/ui needs around the whole document. They add no inline styles: the policy forbids them. */
export function UiProvider({ direction, nonce, children }: UiProviderProps) {
  return (
    <CSPProvider disableStyleElements {...(nonce === undefined ? {} : { nonce })}>
      <DirectionProvider direction={direction}>
        <TooltipProvider>
          <ToastProvider>
            {children}
            <SubmitKeys />
            <LiveRegion />
          </ToastProvider>
        </TooltipProvider>
      </DirectionProvider>
    </CSPProvider>
  );
}
