"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import type { ReactNode } from "react";
import { SubmitKeys } from "./fields/SubmitKeys";
import { ToastProvider } from "./overlays/ToastProvider";
import { TooltipProvider } from "./overlays/Tooltip";
import { LiveRegion } from "./speech/LiveRegion";
import { keepTextNodes } from "./translation/keepTextNodes";

// From before the first rendering on: a browser may translate the page as soon as it is there.
if (typeof document !== "undefined") keepTextNodes(document);

export type UiProviderProps = { direction: "ltr" | "rtl"; nonce: string | undefined; children: ReactNode };

/** What the parts of src/ui need around the whole document. Inline styles are left out, for the policy forbids them. */
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
