"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "../classes";
import { IconButton } from "../IconButton";
import { INK, type Tone } from "../marks/tone";
import { useClearBottom } from "./useClearBottom";

const SHOWN_MS = 10_000;
const SHOWN_MAX = 3;
/** The width of a toast and its margin, as in the classes below. */
const WIDTH_PX = 336;

/** Shows the toasts of `useToast` at the end of the page. They stay while hovered or focused, and F6 reaches them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={SHOWN_MS} limit={SHOWN_MAX}>
      {children}
      <Base.Portal>
        <Viewport />
      </Base.Portal>
    </Base.Provider>
  );
}

function Viewport() {
  const { toasts } = Base.useToastManager<{ tone: Tone }>();
  const t = useTranslations("ui");
  const bottomPx = useClearBottom(toasts.length > 0, WIDTH_PX);
  return (
    <Base.Viewport
      aria-label={t("notifications")}
      data-toasts=""
      style={bottomPx === null ? undefined : { bottom: bottomPx }}
      // A dialog that must be answered says itself what happened, so no toast covers it.
      className="in-[body:has([data-must-answer])]:hidden fixed inset-e-4 bottom-18 z-50 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 md:bottom-4"
    >
      {toasts.map((toast) => (
        <Base.Root
          key={toast.id}
          toast={toast}
          data-toast=""
          className="popup p-3 transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
        >
          <Base.Content className="flex items-start gap-2">
            <div className="min-w-0 flex-1 py-0.5">
              <Base.Title className={classes("font-medium", INK[toast.data?.tone ?? "neutral"])} />
              <Base.Description className="text-table text-fg-2" />
            </div>
            <Base.Action className="h-7 rounded-control px-2 font-medium text-link text-table hover:bg-hover pointer-touch:h-11" />
            <Base.Close
              render={
                <IconButton
                  isPlain
                  size="compact"
                  label={t("close")}
                  icon={<X className="size-3.5" aria-hidden="true" />}
                />
              }
            />
          </Base.Content>
        </Base.Root>
      ))}
    </Base.Viewport>
  );
}
